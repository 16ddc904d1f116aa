/* The panel's controls, in their parts; only what has an effect on the form is shown. */
(function () {
  "use strict";
  const atlas = window.atlas, { element } = atlas, panel = atlas.export, { fields } = panel;
  const PARTS = ["several", "words", "page", "time", "out"];

  function forms() {
    const groups = panel.offered.groups.map((group) => {
      const own = panel.offered.forms.filter((form) => form.group === group.id);
      return own.length ? element("div", { class: "forms" }, element("span", { class: "quiet", id: `export-group-${group.id}` }, group.label),
        element("div", { role: "group", "aria-labelledby": `export-group-${group.id}` }, ...own.map((form) => fields.radio("form", form.id, form.label, form.missing)))) : null;
    });
    const missing = panel.offered.forms.filter((form) => form.missing).map((form) => element("p", { class: "quiet" }, form.missing));
    return element("fieldset", { class: "export-forms" }, element("legend", {}, panel.say("form")), ...groups, ...missing,
      element("p", { id: "export-form-about", class: "about", role: "status" }));
  }

  function window_(side) {
    return element("div", { class: "pair" }, ...["from", "to"].map((edge) => fields.text(`${side}_${edge}`, { maxlength: "10", inputmode: "numeric", spellcheck: "false" })));
  }

  function written(name, key, about) {
    const box = fields.text(name, { maxlength: name === "title" ? "240" : "320" }, panel.say(key), panel.say(about));
    const back = element("button", { type: "button", class: "plain-link", hidden: "" }, panel.say("as-written"));
    back.addEventListener("click", () => { panel.choose(name, null); atlas.find(fields.id(name)).focus(); });
    box.append(back);
    return box;
  }

  function part(name, ...inside) {
    return element("section", { "data-part": name, "aria-labelledby": `export-part-${name}` },
      element("h3", { id: `export-part-${name}` }, panel.say(`part-${name}`)), ...inside);
  }

  /** Build every control. */
  panel.controls = function () {
    const { offered } = panel;
    const texts = (values) => values.map(String);
    const form = element("form", { class: "export-controls", novalidate: "" }, forms(),
      part("several", fields.select("several", ["one", "atlas", "series", "compare", "brief"]),
        fields.select("level", texts(offered.levels)), fields.select("step", offered.steps.slice().reverse()), fields.regions(),
        window_("first"), window_("second"), element("p", { class: "quiet", "data-choice": "first_from" }, panel.say("dates"))),
      part("words", fields.select("language", ["en", "fr"]), written("title", "heading", "heading-about"),
        element("p", { class: "quiet", id: "export-several-about" }, panel.say("several-about")),
        written("subtitle", "subtitle", "subtitle-about")),
      part("page", fields.select("size", offered.sizes), fields.radios("standing", ["0", "1"]),
        fields.select("view", ["screen", "fit"]), fields.select("chart", offered.charts), fields.select("dpi", offered.dpi.slice().sort((a, b) => a - b))),
      part("time", fields.select("mode", offered.modes), fields.select("frame", offered.frames),
        fields.text("length", { maxlength: "3", inputmode: "numeric" }), fields.select("speed", offered.speeds.slice().sort((a, b) => a - b))),
      part("out", coarsen(), fields.tick("notes", "0", "1")), panel.kept.box());
    form.addEventListener("submit", (event) => event.preventDefault());
    return form;
  };

  function coarsen() {
    const box = fields.select("coarsen", ["0"]);
    box.querySelector("select").append(...panel.offered.coarsen.map((n) => element("option", { value: String(n) }, panel.say("coarsen-n", { n }))));
    return box;
  }

  /** Write into the controls what is chosen, and show those that count. */
  panel.write = function () {
    const { chosen, dialog } = panel, form = panel.form();
    dialog.querySelectorAll("[data-choice]").forEach((box) => { box.hidden = !panel.counts(box.dataset.choice); });
    PARTS.forEach((name) => {
      const box = dialog.querySelector(`[data-part=${name}]`);
      box.hidden = !box.querySelector("[data-choice]:not([hidden])");
    });
    Object.entries(chosen).forEach(([name, value]) => fill(name, value));
    dialog.querySelectorAll("[type=radio]").forEach((one) => { one.checked = chosen[one.name.slice("export-".length)] === one.value; });
    atlas.find("export-notes").checked = chosen.notes === "0";
    atlas.find("export-form-about").textContent = form.about;
    atlas.find("export-several-about").hidden = !panel.counts("several") || chosen.several === "one";
  };

  function fill(name, value) {
    const control = atlas.find(fields.id(name));
    if (!control || control.type === "checkbox") return;
    const text = value === null ? panel.offered.titles[panel.chosen.language][name] : value;
    if (document.activeElement !== control || value === null || control.tagName === "SELECT") { if (control.value !== text) control.value = text; }
    const back = control.parentElement.querySelector(":scope > .plain-link");
    if (back) back.hidden = value === null;
  }
})();
