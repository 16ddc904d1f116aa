/* Which column fills which field, to correct. */
(function () {
  "use strict";
  const upload = window.atlas.upload;

  function choices(file, found) {
    const made = found && found.made ? [["\u0000", upload.say("made-of", { columns: found.column })]] : [];
    const names = [...new Set(file.columns.filter(Boolean))];
    return [["", upload.say("not-read")], ...made, ...names.map((name) => [name, name])];
  }

  /* What a person chose goes before what was recognised. */
  function chosen(field, found) {
    if (field in upload.form.map) return upload.form.map[field];
    return found ? (found.made ? "\u0000" : found.column) : "";
  }

  function select(file, { id, label }, found, act) {
    const now = chosen(id, found);
    const control = upload.make("select", { id: "map-" + id, "aria-label": label, on: { change: () => {
      const recognised = found ? (found.made ? "\u0000" : found.column) : "";
      /* What stands there already is no choice, unless the server took it from one. */
      if (control.value === recognised && !(id in upload.form.map)) return;
      if (control.value === "\u0000") delete upload.form.map[id];
      else upload.form.map[id] = control.value;
      act();
    } } }, choices(file, found).map(([value, said]) => upload.make(
      "option", { value, selected: value === now ? "" : null }, said)));
    return control;
  }

  function example(file, field, found) {
    const name = chosen(field, found);
    const at = file.columns.indexOf(name === "\u0000" ? found.column.split(" + ")[0] : name);
    const row = file.rows.find((one) => at >= 0 && one.raw[at]);
    return row ? row.raw[at] : "";
  }

  /* A field that is asked about is open, even where a column might be meant. */
  function recognised(file, id) {
    const asked = file.problem && file.problem.fields.some((field) => field.id === id);
    return asked ? undefined : file.mapping[id];
  }

  function group(file, { label, fields }, act) {
    return upload.make("tbody", {},
      upload.make("tr", {}, upload.make("th", { colspan: 3, scope: "rowgroup" }, label)),
      fields.map((field) => {
        const found = recognised(file, field.id);
        return upload.make("tr", { "data-control": "map-" + field.id },
          upload.make("th", { scope: "row" }, upload.make("label", { for: "map-" + field.id }, field.label)),
          upload.make("td", {}, select(file, field, found, act)),
          upload.make("td", { class: "quiet" }, upload.make("span", { class: "value", dir: "auto" }, example(file, field.id, found))));
      }));
  }

  upload.mapping = {
    view(file, act) {
      return upload.make("details", { class: "part", id: "part-mapping" },
        upload.make("summary", {}, upload.say("map-title")),
        upload.make("p", { class: "quiet" }, upload.say("map-hint")),
        Object.keys(upload.form.map).length ? upload.make("p", {}, upload.button("anew", "anew", () => {
          upload.form.map = {};
          act();
        })) : null,
        upload.make("div", { class: "wide" }, upload.make("table", { class: "mapping" },
          upload.make("thead", {}, upload.make("tr", {},
            ["field", "column", "example"].map((key) => upload.make("th", { scope: "col" }, upload.say(key))))),
          upload.told.fields.map((one) => group(file, one, act)))));
    },
  };
})();
