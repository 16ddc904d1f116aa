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

  /* Fields that each column of what is understood is made of. */
  const MADE = {
    kind: ["kind"], date: ["date_start", "date_end"], place: ["place", "named_admin2", "named_admin1", "country"],
    precision: ["where_precision"], point: ["lat", "lon"], victims: ["victims"],
    deaths: ["fatalities_best", "fatalities_low", "fatalities_high"],
    actors: ["actors", "perpetrator", "victim", "collector", "authority", "actor", "actor2"],
    quantity: ["quantity", "unit", "commodity"], source: ["source"], licence: ["licence"], confidence: ["confidence"],
    amount: ["amount_best", "amount_low", "amount_high", "currency", "basis"], source_record_id: ["source_record_id"],
  };

  /* The places of the file's columns that feed one column of what is understood. */
  function feeds(file, id) {
    const names = (MADE[id] || []).flatMap((field) => (file.mapping[field] ? file.mapping[field].column.split(" + ") : []));
    return [...new Set(names)].map((name) => file.columns.indexOf(name)).filter((at) => at >= 0);
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
      file.shown.map(({ id }) => understood(row.understood[id] || "", feeds(file, id)
        .filter((at) => row.raw[at]).map((at) => [file.columns[at], row.raw[at]]))),
      raw.map(([, i], n) => cell(row.raw[i] || "", n ? "raw" : "raw first")))));
  }

  /* A value as it is understood, and beneath it what stands in the file. */
  function understood(text, raw) {
    const given = raw.map(([, value]) => value).join(" · ");
    const made = cell(text, null);
    if (given && given !== text) {
      made.append(upload.make("span", { class: "value given", dir: "auto", title: raw.map((pair) => pair.join(upload.colon)).join("\n") }, given));
    }
    return made;
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
