/* Single controls: each knows its choice, its label and where its error stands. */
(function () {
  "use strict";
  const atlas = window.atlas, { element } = atlas, panel = atlas.export;
  const id = (name) => "export-" + name;

  /** A control with its label, what is said about it, and room for an error. */
  function field(name, control, label, about) {
    control.id = id(name);
    const error = element("p", { id: id(name) + "-error", class: "field-error", role: "alert", hidden: "" });
    const said = about ? element("p", { id: id(name) + "-about", class: "quiet" }, about) : null;
    control.setAttribute("aria-describedby", (said ? `${id(name)}-about ` : "") + `${id(name)}-error`);
    return element("div", { class: "field", "data-choice": name === "name" ? null : name }, element("label", { for: id(name) }, label), control, said, error);
  }

  function option(value, label) { return element("option", { value }, label); }

  panel.fields = {
    id,
    field,

    select(name, values, label) {
      const control = element("select", {}, ...values.map((value) => option(value, panel.say(`${name}-${value}`))));
      control.addEventListener("change", () => panel.choose(name, control.value));
      return field(name, control, label || panel.say(name));
    },

    /** Sheets of regions: names from the server, grouped by country. */
    regions() {
      const groups = panel.offered.regions.map((one) => {
        const group = element("optgroup", { label: one.group });
        group.append(...one.items.map((item) => option(item.value, item.label)));
        return group;
      });
      const control = element("select", {}, option("", panel.say("region-none")), ...groups);
      control.addEventListener("change", () => panel.choose("region", control.value));
      return field("region", control, panel.say("region"));
    },

    text(name, attributes, label, about) {
      const control = element("input", { type: "text", autocomplete: "off", ...attributes });
      control.addEventListener("input", () => panel.choose(name, control.value));
      return field(name, control, label || panel.say(name), about);
    },

    tick(name, on, off) {
      const control = element("input", { type: "checkbox", id: id(name) });
      control.addEventListener("change", () => panel.choose(name, control.checked ? on : off));
      return element("div", { class: "tick", "data-choice": name }, control, element("label", { for: id(name) }, panel.say(name)));
    },

    /** Two or three choices side by side. */
    radios(name, values) {
      return element("fieldset", { class: "radios", "data-choice": name }, element("legend", {}, panel.say(name)),
        ...values.map((value) => this.radio(name, value, panel.say(`${name}-${value}`), null)));
    },

    radio(name, value, label, missing) {
      const control = element("input", { type: "radio", name: id(name), value, disabled: missing ? "" : null });
      control.addEventListener("change", () => panel.choose(name, value));
      return element("label", { class: "chip", title: missing }, control, element("span", {}, label));
    },

    /** Say at a control what is wrong with it; false where there is no such control to be seen. */
    wrong(name, message) {
      const control = atlas.find(id(name)), error = atlas.find(id(name) + "-error");
      if (!error || !control || control.closest("[hidden]")) return false;
      control.setAttribute("aria-invalid", "true");
      error.textContent = message;
      error.hidden = false;
      return true;
    },

    right() {
      panel.dialog.querySelectorAll("[aria-invalid]").forEach((control) => control.removeAttribute("aria-invalid"));
      panel.dialog.querySelectorAll(".field-error").forEach((error) => { error.hidden = true; error.textContent = ""; });
    },
  };
})();
