/* The page of one incident: filled, checked, and saved only after what it becomes has been shown. */
(function () {
  "use strict";
  const atlas = window.atlas, { incident } = atlas, { told, make, say } = incident;
  const DONE = { saved: "saved-entry", retired: "retired-now", restored: "restored-now" };
  let result = null, dirty = false, checked = null;

  incident.tell = (...parts) => {
    result.replaceChildren(...parts);
    result.scrollIntoView({ block: "nearest" });
  };

  /** Go on to a record's page, and say there what was done. */
  incident.leave = (id, done) => {
    dirty = false;
    location.assign(incident.link("incident/" + id, { done }));
  };

  function sent() {
    const reason = document.getElementById("reason");
    return { ...incident.fields.collect(), reason: reason ? reason.value : "" };
  }

  async function ask(path, body, key) {
    result.setAttribute("aria-busy", "true");
    document.getElementById("check").disabled = true;
    incident.tell(make("p", { role: "status", class: "quiet" }, say(key)));
    try {
      return await incident.ask(path, {}, body);
    } catch (error) {
      incident.tell(...incident.result.refused(error));
      return null;
    } finally {
      result.removeAttribute("aria-busy");
      document.getElementById("check").disabled = false;
    }
  }

  async function check() {
    const body = sent(), opened = told.known ? told.known.mark : "";
    const found = await ask("check", body, "working");
    if (!found) return;
    incident.fields.wrong(found.problems || []);
    if (found.problems) {
      incident.tell(...incident.result.problems(found.problems));
      result.querySelector("button, b").focus();
      return;
    }
    checked = { body, mark: found.mark };
    incident.tell(...incident.result.becomes(found, opened, save));
    document.getElementById("becomes").focus();
  }

  async function save() {
    const found = await ask("save", { ...checked.body, expected: checked.mark }, "saving");
    if (!found) return;
    if (found.problems) {
      incident.fields.wrong(found.problems);
      incident.tell(...incident.result.problems(found.problems));
    } else incident.leave(found.id, "saved");
  }

  function changed() {
    dirty = true;
    if (!checked) return;
    checked = null;
    const button = document.getElementById("save");
    if (button) button.replaceWith(make("p", { role: "status" }, say("stale")));
  }

  function done() {
    const query = new URLSearchParams(location.search), what = DONE[query.get("done")];
    if (!what) return [];
    query.delete("done");
    history.replaceState(null, "", "?" + query);
    const see = told.known && told.known.view && !told.known.retired
      ? [make("a", { class: "plain-button", id: "see", href: incident.link("", { layers: "hexagons,incidents", view: told.known.view }) }, say("see"))] : [];
    return [incident.message(say(what), "done", make("p", { class: "actions" }, ...see,
      make("a", { class: "plain-button", href: incident.link("incident/new") }, say("another"))))];
  }

  function standing() {
    if (!told.known) return [];
    const { known } = told;
    return [
      make("div", { class: "title" }, make("h2", {}, known.heading), make("p", {}, known.about),
        make("p", {}, make("a", { href: "#history" }, told.history.says))),
      ...(known.retired ? [incident.message([told.history.retired, known.withdrawn ? "" : say("saving-restores")].filter(Boolean).join(" "), "notice")] : []),
      ...(known.flags.length ? incident.result.doubts(known.flags).slice(1) : []),
    ];
  }

  function form() {
    const where = incident.where.build();
    const rule = told.known && told.known.rule ? [make("p", { class: "quiet", id: "by-rule" }, say("by-rule", told.known.rule))] : [];
    const reason = told.known ? [make("div", { class: "control whole" }, make("label", { for: "reason" }, say("reason")),
      make("input", { type: "text", id: "reason", autocomplete: "off", "aria-describedby": "reason-help" }),
      make("small", { id: "reason-help" }, say("reason-help")))] : [];
    result = make("section", { id: "result", "aria-live": "polite" });
    const made = make("form", { id: "entry", novalidate: "", on: { input: changed, submit: (event) => { event.preventDefault(); check(); } } },
      ...incident.fields.build({ where, what: { after: rule } }), ...reason,
      make("div", { class: "actions" }, make("button", { type: "submit", class: "main-button", id: "check" }, say("check")),
        make("small", {}, say("check-hint"))));
    if (told.locked) made.querySelectorAll("input, select, textarea, button").forEach((one) => { one.disabled = true; });
    return made;
  }

  function start() {
    const content = document.getElementById("content");
    document.getElementById("theme-toggle").addEventListener("click", () => atlas.theme.toggle());
    window.addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
    if (told.gone) {
      content.replaceChildren(incident.message(say("gone", { id: told.id }), "notice",
        make("p", {}, make("a", { href: incident.link("incident/new") }, say("enter-one")))));
    } else {
      const notice = told.locked ? "demonstration-record" : told.demonstration ? "demonstration" : "";
      content.replaceChildren(...done(), make("p", { class: "lead" }, say("intro")), ...(notice ? [incident.message(say(notice), "notice")] : []),
        ...standing(), form(), result, ...incident.history.build());
      incident.fields.start();
      incident.where.start();
    }
    document.documentElement.setAttribute("data-ready", "");
  }
  start();
})();
