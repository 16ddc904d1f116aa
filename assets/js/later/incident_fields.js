/* The form's fields: each with its label, its help, and room for what is wrong with it. */
(function () {
  "use strict";
  const { incident } = window.atlas, { told, make, say } = incident;
  const CARRIED = ["kind_rule", "kind_confidence"];
  const MODES = { number: "decimal" };
  let carried = {};

  const id = (name) => "f-" + name;
  const input = (name) => document.getElementById(id(name));

  function option(one) { return make("option", { value: one.value, "data-group": one.group }, one.label); }

  function choice(field) {
    return make("select", {}, field.choices.map((one) => one.choices
      ? make("optgroup", { label: one.label }, one.choices.map(option)) : option(one)));
  }

  function control(field) {
    if (field.form === "choice") return choice(field);
    if (field.form === "long") return make("textarea", { rows: "5" });
    if (field.form === "tick") return make("input", { type: "checkbox" });
    return make("input", { type: "text", inputmode: MODES[field.form], autocomplete: "off", spellcheck: field.form === "text" ? null : "false" });
  }

  function filled(field) {
    if (field.form === "actors") return incident.actors.build(field);
    const made = control(field), value = told.values[field.name] || "";
    const label = make("label", { for: id(field.name) }, field.label, field.required ? make("span", { class: "needed" }, " · " + say("required")) : null);
    Object.entries({ id: id(field.name), name: field.name, "aria-describedby": `${id(field.name)}-help ${id(field.name)}-wrong` })
      .forEach(([name, said]) => made.setAttribute(name, said));
    if (field.required) made.setAttribute("aria-required", "true");
    if (field.form === "tick") made.checked = value === "true"; else made.value = value;
    if (told.known && ["source", "source_record_id"].includes(field.name)) made.readOnly = true;
    const help = make("small", { id: id(field.name) + "-help" }, field.help);
    const wrong = make("p", { class: "wrong-field", id: id(field.name) + "-wrong" });
    return make("div", { class: `control ${field.form}`, "data-field": field.name },
      ...(field.form === "tick" ? [made, label] : [label, made]), help, wrong);
  }

  function section(one, extra) {
    const heading = make("h2", { id: "h-" + one.id }, one.title);
    return make("section", { class: "part", id: "s-" + one.id, "aria-labelledby": "h-" + one.id },
      heading, ...(extra.before || []), make("div", { class: "controls" }, one.fields.map(filled)), ...(extra.after || []));
  }

  const stated = (one) => one.fields.some((field) => field.form !== "tick" && input(field.name) && input(field.name).value.trim());

  /* Money and goods are asked for where a kind has them, and shown wherever they are stated. */
  function fit() {
    const [chosen] = input("kind").selectedOptions, group = chosen && chosen.dataset.group;
    told.sections.filter((one) => one.groups.length).forEach((one) => {
      document.getElementById("s-" + one.id).hidden = Boolean(group) && !one.groups.includes(group) && !stated(one);
    });
  }

  incident.fields = {
    input,

    /** Build every section; `extra` holds what stands before and after the fields of each. */
    build(extra) {
      carried = Object.fromEntries(CARRIED.map((name) => [name, told.values[name] || ""]));
      return told.sections.map((one) => section(one, extra[one.id] || {}));
    },

    start() {
      fit();
      // A kind that a person chooses is stated; the rule of the one before goes with it.
      input("kind").addEventListener("change", () => { carried = {}; fit(); });
    },

    /** What is written, by field, and the actors. */
    collect() {
      const texts = { ...carried };
      told.sections.flatMap((one) => one.fields).filter((field) => field.form !== "actors").forEach((field) => {
        const made = input(field.name);
        texts[field.name] = field.form === "tick" ? String(made.checked) : made.value;
      });
      return { texts, actors: incident.actors.collect() };
    },

    /** Fill the form with a version of the record. */
    fill(values, actors) {
      told.sections.flatMap((one) => one.fields).forEach((field) => {
        if (field.form === "actors" || input(field.name).readOnly) return;
        if (field.form === "tick") input(field.name).checked = values[field.name] === "true";
        else input(field.name).value = values[field.name] || "";
      });
      incident.actors.fill(actors);
      carried = Object.fromEntries(CARRIED.map((name) => [name, values[name] || ""]));
      fit();
      document.getElementById("entry").dispatchEvent(new Event("input", { bubbles: true }));
    },

    /** Say beside each field what is wrong with it; none clears what was said. */
    wrong(problems) {
      document.querySelectorAll(".wrong-field").forEach((one) => { one.textContent = ""; });
      document.querySelectorAll("#entry [aria-invalid]").forEach((one) => one.removeAttribute("aria-invalid"));
      problems.forEach(({ field, message }) => {
        const place = document.getElementById(id(field) + "-wrong");
        if (!place) return;
        place.textContent = [place.textContent, message].filter(Boolean).join("; ");
        input(field).setAttribute("aria-invalid", "true");
        place.closest("section").hidden = false;
      });
    },
  };
})();
