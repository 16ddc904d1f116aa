/* The preview: the very sheet as the server draws it, or what a package will hold. */
(function () {
  "use strict";
  const atlas = window.atlas, { element } = atlas, panel = atlas.export;
  const seat = Math.random().toString(36).slice(2) + Date.now().toString(36);
  const state = { at: 0, count: 1, closer: false, url: null };
  const MANY = 7;
  let turn = 0, running = null;

  const box = () => panel.dialog.querySelector(".export-preview");

  function busy(is) {
    box().toggleAttribute("data-busy", is);
    box().setAttribute("aria-busy", String(is));
    box().querySelector(".drawing").hidden = !is;
  }

  function button(key, icon, act) {
    const made = element("button", { type: "button", class: "plain-button", "data-turn": key, title: panel.say(key), "aria-label": icon ? panel.say(key) : null },
      icon ? element("span", { class: `icon icon-${icon}`, "aria-hidden": "true" }) : panel.say(key));
    made.addEventListener("click", act);
    return made;
  }

  /** The part of the dialogue that shows it. */
  panel.previewBox = function () {
    return element("section", { class: "export-preview", "aria-label": panel.say("preview") },
      element("div", { class: "export-turns" }, button("before", "back", () => turned(-1)), element("span", { class: "at" }), button("after", "on", () => turned(1)), slider(),
        button("closer", null, closer)),
      element("p", { class: "drawing", hidden: "" }, element("span", { class: "spinner", "aria-hidden": "true" }), panel.say("drawing")),
      element("div", { class: "export-shown scrolls" }),
      element("p", { class: "quiet export-note" }),
      element("p", { class: "visually-hidden", role: "status", id: "export-live" }));
  };

  const later = atlas.settle(() => { if (panel.dialog.open) renew(state.at); }, 450);

  /* Many sheets, or frames, are reached by a slider. */
  function slider() {
    const made = element("input", { type: "range", min: "1", class: "turn", "aria-label": panel.say("turn"), hidden: "" });
    made.addEventListener("input", () => { state.at = made.value - 1; turns(); later(); });
    return made;
  }

  function turned(by) {
    state.at = Math.min(state.count - 1, Math.max(0, state.at + by));
    renew(state.at);
  }

  function closer() {
    state.closer = !state.closer;
    renew(state.at);
  }

  async function renew(at) {
    if (running) running.abort();
    running = new AbortController();
    const mine = ++turn, { signal } = running;
    state.at = at;
    busy(true);
    try {
      const asked = { ...panel.given(), at, seat, turn: mine, ...(state.closer ? { closer: 1 } : {}) };
      const answer = await fetch(panel.address("preview", asked), { signal });
      const picture = (answer.headers.get("Content-Type") || "").startsWith("image/");
      const told = picture ? await answer.blob() : await answer.json().catch(() => ({}));
      if (mine !== turn) return;
      panel.fields.right();
      if (!answer.ok) fail(told);
      else if (picture) sheet(told, answer.headers);
      else package_(told);
    } catch (error) {
      if (error.name !== "AbortError" && mine === turn) fail({});
    } finally {
      if (mine === turn) busy(false);
    }
  }

  function put(kind, ...children) {
    const shown = box().querySelector(".export-shown");
    box().dataset.shows = kind;
    if (state.url) URL.revokeObjectURL(state.url);
    state.url = null;
    shown.replaceChildren(...children);
    box().querySelector(".export-turns").hidden = kind !== "sheet";
    box().querySelector(".export-note").textContent = "";
  }

  function say(text) { atlas.find("export-live").textContent = text; }

  function fail(told) {
    const message = told.message || panel.say("failed");
    if (told.field && panel.fields.wrong(told.field, message)) return;
    put("problem", element("p", { role: "alert", class: "message" }, panel.say("no-preview", { why: message })));
  }

  function sheet(blob, headers) {
    const read = (name) => decodeURIComponent(headers.get(name) || "");
    const title = read("X-Title");
    Object.assign(state, { at: Number(read("X-Sheet")), count: Number(read("X-Sheets")) });
    const picture = element("img", { alt: panel.say("drawn", { title }) });
    put("sheet", picture);
    state.url = picture.src = URL.createObjectURL(blob);
    turns();
    box().querySelector(".export-note").textContent = panel.form().group === "documents" ? panel.say("office") : "";
    say([panel.say("drawn", { title }), state.count > 1 ? which() : ""].join(" "));
  }

  function which() {
    return panel.say(panel.form().group === "animation" ? "frame-of" : "sheet-of", { at: state.at + 1, count: state.count });
  }

  function turns() {
    const bar = box().querySelector(".export-turns"), shown = box().querySelector(".export-shown");
    bar.querySelector(".at").textContent = state.count > 1 ? which() : "";
    Object.assign(bar.querySelector(".turn"), { hidden: state.count < MANY, max: state.count, value: state.at + 1, ariaValueText: which() });
    bar.querySelectorAll("[data-turn=before], [data-turn=after]").forEach((one) => { one.hidden = state.count < 2; });
    bar.querySelector("[data-turn=before]").disabled = state.at === 0;
    bar.querySelector("[data-turn=after]").disabled = state.at >= state.count - 1;
    bar.querySelector("[data-turn=closer]").textContent = panel.say(state.closer ? "whole" : "closer");
    box().toggleAttribute("data-closer", state.closer);
    if (state.closer) shown.setAttribute("tabindex", "0");
    else shown.removeAttribute("tabindex");
  }

  function table(label, heads, rows) {
    const cell = (text) => element("td", {}, text);
    return element("div", { class: "export-table scrolls", tabindex: "0", role: "region", "aria-label": label },
      element("table", {}, element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
        element("tbody", {}, ...rows.map((row) => element("tr", {}, ...row.map(cell))))));
  }

  function package_(told) {
    const numbers = element("dl", { class: "export-numbers" }, ...told.numbers.map(([label, n]) => element("div", {}, element("dt", {}, label), element("dd", {}, n))));
    const stays = told.stays.length
      ? [element("h4", {}, panel.say("stays")), table(panel.say("stays"), ["source", "licence", "why", "n"].map((key) => panel.say(key)), told.stays)]
      : [element("p", {}, panel.say("nothing-stays"))];
    const rows = told.rows.length ? [table(panel.say("rows", { name: told.file }), told.columns, told.rows),
      told.more ? element("p", { class: "quiet" }, atlas.words.count("export-more-rows", told.more)) : null] : [element("p", {}, panel.say("no-rows"))];
    put("package", ...[element("h3", {}, panel.say("leaves")), numbers, ...stays, element("h3", {}, panel.say("rows", { name: told.file })), ...rows,
      element("h3", {}, panel.say("readme")), element("pre", { class: "scrolls", tabindex: "0", "aria-label": panel.say("readme") }, told.readme), alone()].filter(Boolean));
    say(told.numbers.map(([label, n]) => `${n} ${label}`).join(", "));
  }

  /* The bare table is one click further, where somebody needs no more than that. */
  function alone() {
    const form = panel.chosen.form;
    if (form !== "csv" && form !== "geojson") return null;
    const name = `incidents.${form}`, query = panel.shown;
    return element("p", {}, element("a", { id: "export-alone", download: name, href: `${atlas.boot.base}download/${name}?${query}${query ? "&" : ""}lang=${atlas.boot.lang}` }, panel.say("alone", { name })));
  }

  panel.preview = {
    /** Draw again once choices rest; from the first sheet where others are made. */
    later(first) { if (first) state.at = 0; box().setAttribute("aria-busy", "true"); later(); },
    now() { state.at = 0; state.closer = false; renew(0); },
    leave() { turn += 1; if (running) running.abort(); },
  };
})();
