/* The first records of a file: as they will be understood, beside what stands in the file. */
(function () {
  "use strict";
  const upload = window.atlas.upload;

  /* Columns that fill a field come first, the others as they stand. */
  function order(file) {
    const used = new Set(Object.values(file.mapping).flatMap(({ column }) => column.split(" + ")));
    const every = file.columns.map((name, i) => [name, i]).slice(0, file.own);
    return [...every.filter(([name]) => used.has(name)), ...every.filter(([name]) => !used.has(name))];
  }

  function head(file, raw) {
    const heading = (text, more) => upload.make("th", { scope: "col", ...more }, text);
    const { length } = file.shown;
    return upload.make("thead", {},
      upload.make("tr", { class: "over" },
        upload.make("th", { colspan: 2 }),
        length ? upload.make("th", { colspan: length, scope: "colgroup" }, upload.say("understood")) : null,
        raw.length ? upload.make("th", { colspan: raw.length, scope: "colgroup", class: "raw first" }, upload.say("in-file")) : null),
      upload.make("tr", {}, heading(upload.say("record")), heading(upload.say("status")),
        file.shown.map(({ label }) => heading(label)),
        raw.map(([name, i], n) => heading(name || `(${i + 1})`, { class: n ? "raw" : "raw first" }))));
  }

  function body(file, raw) {
    return upload.make("tbody", {}, file.rows.map((row) => upload.make("tr", { "data-status": row.status },
      upload.make("th", { scope: "row" }, upload.number(row.record)),
      upload.make("td", {}, row.statusLabel,
        row.reasons.map((reason) => upload.make("span", { class: "reason" }, reason))),
      file.shown.map(({ id }) => cell(row.understood[id] || "", "")),
      raw.map(([, i], n) => cell(row.raw[i] || "", n ? "raw" : "raw first")))));
  }

  /* What is cut for want of room is told in full where the pointer rests. */
  function cell(text, kind) {
    return upload.make("td", { class: kind || null, title: text.length > 60 ? text : null },
      upload.make("span", { class: "value", dir: "auto" }, text));
  }

  upload.rows = {
    view(file, id) {
      const raw = order(file);
      const title = upload.say("first-rows");
      const note = upload.say(file.cut ? "rows-note" : "rows-note-all", { n: upload.number(file.read) });
      const hidden = Math.max(0, file.columnCount - file.columns.length);
      return upload.make("div", { class: "rows" },
        upload.make("h3", { id: id + "-title" }, title, upload.make("small", {}, " " + note)),
        file.visits ? upload.make("p", { class: "quiet" }, upload.say("visits-note")) : null,
        upload.make("div", { class: "wide", tabindex: 0, role: "region", "aria-labelledby": id + "-title" },
          upload.make("table", {}, head(file, raw), body(file, raw))),
        hidden ? upload.make("p", { class: "quiet" }, upload.say("more-columns", { n: upload.number(hidden) })) : null);
    },
  };
})();
