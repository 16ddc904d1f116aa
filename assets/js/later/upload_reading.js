/* The second step: what the file is, how it is read, and every choice about it. */
(function () {
  "use strict";
  const upload = window.atlas.upload;
  const PLACES = { sheet: "sheets", layer: "layer", encoding: "encoding", "no-header": "no_header",
    "date-order": "date_order", preset: "preset", "as-of": "as_of", full: "full", yes: "yes",
    licence: "licence", source: "source", rules: "rules", "save-preset": "save_as" };
  const again = () => upload.read();
  const later = () => upload.changed();

  function heading(file) {
    return upload.make("div", { class: "recognised" },
      upload.make("h2", {}, file.file),
      file.preset && !(file.problem && !file.columns.length) ? upload.make("p", {},
        upload.make("b", {}, upload.say("recognised", { name: file.preset, title: file.title })),
        file.why ? upload.colon + file.why : "") : null,
      file.notes.map((note) => upload.make("p", { class: "quiet" }, note)));
  }

  function problemOf(file) {
    if (!file.problem) return null;
    const kind = file.problem.options.length ? "answer-first" : "cannot";
    return upload.make("div", { class: "message wrong", role: "alert" },
      upload.make("p", {}, upload.make("b", {}, upload.say(kind)), " ", file.problem.message), ways(file.problem));
  }

  /* The controls that a problem asks for, by their ids, in the order in which it names them. */
  const asked = (problem) => [
    ...problem.options.filter((name) => name !== "map").map((name) => ["opt-" + PLACES[name], upload.told.labels[name]]),
    ...problem.fields.map(({ id, label }) => ["map-" + id, label])];

  /* A button for each, which leads there. */
  function ways(problem) {
    return asked(problem).map(([id, label]) => upload.make("button", { type: "button", class: "plain-button way",
      on: { click: () => lead(id) } }, upload.say("go-to", { name: label })));
  }

  function lead(id) {
    const control = document.getElementById(id);
    if (!control) return;
    const inside = control.closest("details");
    if (inside) inside.open = true;
    control.focus();
    control.scrollIntoView({ block: "center" });
  }

  /* The choices that decide what the table is; each asks the server to look again. */
  function reading(files) {
    const { controls, told } = upload, { labels } = told;
    const sheets = [...new Set(files.flatMap((file) => file.sheets))];
    const layers = [...new Set(files.flatMap((file) => file.layers))];
    const text = files.some((file) => file.text);
    const free = [["", upload.say("by-content")]];
    return upload.make("div", { class: "controls" },
      controls.select("preset", labels.preset, [...free, ...told.presets.map(({ id, title }) => [id, `${id} – ${title}`])], again),
      sheets.length > 1 ? controls.several("sheets", labels.sheet, sheets, again,
        upload.say("sheets-hint") + " " + upload.say("sheets-many")) : null,
      layers.length > 1 ? controls.select("layer", labels.layer, [...free, ...layers.map((name) => [name, name])], again) : null,
      controls.select("date_order", labels["date-order"], [...free, ...Object.entries(told.orders)], again),
      text ? controls.select("encoding", labels.encoding, [...free, ...told.encodings.map((name) => [name, name])], again) : null,
      text ? controls.tick("no_header", labels["no-header"], again) : null);
  }

  function about(files) {
    const { controls, told } = upload, { labels } = told, [file] = files;
    const licence = told.licences.find((one) => one.id === file.licence);
    return upload.make("section", { class: "part", "aria-labelledby": "about-title" },
      upload.make("h3", { id: "about-title" }, upload.say("about-title")),
      upload.make("div", { class: "controls" },
        controls.text("source", labels.source, later, file.source
          ? upload.say("source-hint", { source: file.source }) : upload.say("source-hint-none")),
        controls.select("licence", labels.licence, [["", licence
          ? upload.say("licence-hint", { licence: licence.label }) : upload.say("unchosen")],
        ...told.licences.map(({ id, label }) => [id, label])], later),
        controls.text("as_of", labels["as-of"], later, upload.say("as-of-hint"), "date"),
        controls.tick("full", labels.full, later, upload.say("full-hint")),
        upload.form.full ? controls.tick("yes", labels.yes, later, upload.say("yes-hint")) : null,
        controls.rules(again),
        upload.rulesProblem ? upload.message(upload.rulesProblem, "wrong") : null,
        files.length === 1 && !file.visits
          ? controls.text("save_as", labels["save-preset"], later, upload.say("save-hint")) : null));
  }

  function actions(blocked, stale) {
    return upload.make("div", { class: "actions" },
      upload.make("button", { type: "button", id: "check", class: "main-button", disabled: blocked ? "" : null,
        "aria-describedby": "check-hint", on: { click: () => upload.check() } }, upload.say("check")),
      upload.make("span", { class: "quiet", id: "check-hint" }, upload.say("check-hint")),
      upload.state.check && !stale ? upload.button("to-report", "to-report", () => upload.toReport()) : null,
      upload.button("leave", "leave", () => upload.leave()));
  }

  function one(file, i, alone) {
    const inside = [problemOf(file), file.rows.length ? upload.rows.view(file, "rows-" + i) : null,
      alone && file.columns.length && !file.visits ? upload.mapping.view(file, again) : null];
    return upload.make("section", { class: "file" }, heading(file), inside);
  }

  upload.reading = {
    /** Build the step; `problem` is what the latest work met, if anything. */
    view(working, { error, stale }) {
      const files = upload.state.reading;
      const parts = [stale && upload.state.check ? upload.message(upload.say("changed")) : null,
        error ? upload.message(error.message, "wrong", ...ways(error)) : null, working];
      if (!files) {
        return [...parts, working ? null : upload.make("div", { class: "actions" },
          upload.button("again", "again", again), upload.button("leave", "leave", () => upload.leave()))];
      }
      const blocked = Boolean(working) || files.some((file) => file.problem);
      return [...parts, reading(files), ...files.map((file, i) => one(file, i, files.length === 1)),
        files.length > 1 ? upload.make("p", { class: "quiet" }, upload.say("map-several")) : null,
        about(files), actions(blocked, stale)];
    },

    /** Mark the controls that problems ask for. */
    mark(error) {
      const problems = [error, ...(upload.state.reading || []).map((file) => file.problem)].filter(Boolean);
      problems.flatMap(asked).map(([id]) => document.getElementById(id)).filter(Boolean).forEach((control) => {
        control.setAttribute(control.tagName === "FIELDSET" ? "data-asked" : "aria-invalid", "true");
        const inside = control.closest("details");
        if (inside) inside.open = true;
      });
    },
  };
})();
