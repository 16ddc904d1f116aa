/* The menu of ways to select an area, and the two that need words: a corridor, and typed corners. */
(function () {
  "use strict";
  const atlas = window.atlas, area = (atlas.area = atlas.area || {}), { element } = atlas;
  const say = (key, values) => atlas.words.say(key, values);
  const LARGEST = 2e6;
  let menu = null, opener = null, corridors = null;

  function button(key, act, more) {
    const made = element("button", { type: "button", ...more }, say(key));
    made.addEventListener("click", act);
    return made;
  }

  function close(back) {
    if (!menu) return;
    menu.remove();
    menu = null;
    opener.setAttribute("aria-expanded", "false");
    if (back) opener.focus();
  }

  function show(...inside) {
    if (menu) menu.remove();
    menu = element("div", { class: "area-menu", role: "dialog", "aria-label": say("area-select") }, ...inside);
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      close(true);
    });
    opener.after(menu);
    opener.setAttribute("aria-expanded", "true");
    const first = menu.querySelector("button, input, textarea, select");
    if (first) first.focus();
  }

  function then(act) { return () => { close(false); act(); }; }

  function choices() {
    const has = Boolean(area.text() || area.held());
    const ways = [
      button("area-way-polygon", then(() => area.start(area.drafts.polygon()))),
      button("area-way-circle", then(() => area.start(area.drafts.circle()))),
      button("area-way-units", then(() => area.pick())),
      button("area-way-corridor", corridor), button("area-way-text", text),
      ...(has ? [button("area-edit", then(() => area.edit())), button("area-clear", then(() => area.clear()))] : []),
    ];
    show(element("ul", { class: "choices" }, ...ways.map((way) => element("li", {}, way))));
  }

  function form(title, submit, ...inside) {
    const made = element("form", { class: "area-form" }, element("h2", {}, title), ...inside,
      element("p", { class: "warn", role: "alert" }),
      element("div", { class: "row" }, element("button", { type: "submit", class: "plain-button main" }, say("area-use")),
        button("area-cancel", () => close(true), { class: "plain-button" })));
    made.addEventListener("submit", (event) => { event.preventDefault(); submit(made); });
    return made;
  }

  async function corridor() {
    corridors = corridors || await area.ask("corridors.json");
    if (!corridors) return;
    const select = element("select", { id: "area-corridor" }, ...corridors.map((one) => element("option", { value: one.id }, one.name)));
    const km = element("input", { id: "area-within", type: "number", min: "1", max: "500", step: "any", value: "25", required: "" });
    const now = new URLSearchParams(atlas.state.selection).get("near");
    if (now) { select.value = now.slice(0, now.lastIndexOf(":")); km.value = now.slice(now.lastIndexOf(":") + 1); }
    show(form(say("area-way-corridor"), () => { close(true); area.give({ near: `${select.value}:${+km.value}` }); },
      element("label", {}, say("area-corridor"), select), element("label", {}, say("area-within"), km)));
  }

  /* A file is read here and goes into the field, where it can be seen before it is used. */
  async function take(input, field, warn) {
    const [file] = input.files;
    if (!file) return;
    if (file.size > LARGEST) { warn.textContent = say("area-large"); return; }
    field.value = await file.text();
    warn.textContent = "";
  }

  function text() {
    const field = element("textarea", { id: "area-text", rows: "7", spellcheck: "false", "aria-describedby": "area-text-how" });
    field.value = (area.text() || "").startsWith("circle") ? area.text() : area.lines();
    const file = element("input", { type: "file", accept: ".geojson,.json,.wkt,.txt,application/geo+json,application/json,text/plain", id: "area-file" });
    const made = form(say("area-way-text"), (own) => use(own, field),
      element("label", { for: "area-text" }, say("area-text")), element("p", { id: "area-text-how", class: "quiet" }, say("area-text-how")), field,
      element("label", { for: "area-file" }, say("area-file")), file);
    file.addEventListener("change", () => take(file, field, made.querySelector(".warn")));
    show(made);
    field.focus();
  }

  async function use(own, field) {
    const found = await area.read(field.value);
    if (!menu) return;
    if (found.message) { own.querySelector(".warn").textContent = found.message; field.focus(); return; }
    close(true);
    if (found.said) atlas.notice(found.said, "done");
    area.give({ area: found.area });
    area.zoomNext();
  }

  area.menu = {
    open(button) {
      opener = button;
      if (menu) close(true);
      else choices();
    },
  };

  document.addEventListener("pointerdown", (event) => {
    if (menu && !menu.contains(event.target) && !opener.contains(event.target)) close(false);
  });
})();
