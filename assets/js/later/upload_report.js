/* The third step: what an import would do, record by record where that matters. */
(function () {
  "use strict";
  const upload = window.atlas.upload;

  function counts(list) {
    return upload.make("dl", { class: "counts", "aria-label": upload.say("counts") }, list.map(({ id, label, text, n }) => upload.make(
      "div", { "data-count": id, "data-none": n ? null : "" }, upload.make("dd", {}, text), upload.make("dt", {}, label))));
  }

  function tallied(title, list) {
    if (!list.length) return null;
    return upload.make("div", {}, upload.make("h4", {}, title), upload.make("ul", { class: "tally" },
      list.map(({ label, text }) => upload.make("li", {}, upload.make("b", {}, text), " ", label))));
  }

  function perFile(report) {
    return report.files.map((file) => upload.make("section", { class: "file" },
      upload.make("h3", {}, file.file, upload.make("small", {}, ` ${file.preset} · ${file.source} · ${file.read}`)),
      report.files.length > 1 ? counts(file.counts) : null,
      file.notes.map((note) => upload.make("p", { class: "quiet" }, note)),
      upload.make("div", { class: "tallies" }, tallied(upload.say("reasons"), file.reasons),
        tallied(upload.say("doubts"), file.doubts))));
  }

  function table(id, columns, rows) {
    return upload.make("div", { class: "wide", tabindex: 0, role: "region", "aria-labelledby": id },
      upload.make("table", {}, upload.make("thead", {}, upload.make("tr", {},
        columns.map((name) => upload.make("th", { scope: "col" }, name)))), upload.make("tbody", {}, rows)));
  }

  const value = (text) => upload.make("span", { class: "value", dir: "auto" }, text);
  const cell = (...inside) => upload.make("td", {}, ...inside);
  const title = (id, key, shown, total) => upload.make("h3", { id }, upload.say(key),
    upload.make("small", {}, " " + upload.say("shown-of", { n: upload.number(shown), total: upload.number(total) })));

  function doubt(one) {
    return upload.make("li", {}, upload.make("b", {}, one.label), ["named", "found", "suggestion"]
      .filter((name) => one[name]).map((name) => upload.make("span", {}, ` ${upload.say(name)}${upload.colon}`, value(one[name]))));
  }

  function doubtful({ count, rows }, several) {
    if (!count) return null;
    const points = rows.map((row, index) => ({ ...row, index, title: `${row.record} · ${row.kind} · ${row.place}` }))
      .filter((row) => row.lat !== null);
    const pick = (index) => {
      upload.map.pick(index);
      document.querySelectorAll("[data-row]").forEach((row) => row.toggleAttribute("data-picked", row.dataset.row === String(index)));
    };
    const find = (index) => {
      pick(index);
      const row = document.querySelector(`[data-row="${index}"]`);
      row.scrollIntoView({ block: "nearest" });
      row.querySelector("button").focus({ preventScroll: true });
    };
    const columns = ["record", ...(several ? ["file"] : []), "kind", "date", "place", "doubts"];
    return upload.make("section", { class: "part" }, title("doubtful-title", "doubtful-title", rows.length, count),
      upload.make("p", { class: "quiet" }, upload.say("doubtful-hint")),
      upload.make("div", { class: "beside" },
        points.length ? upload.map.view(points, find) : null,
        table("doubtful-title", columns.map((key) => upload.say(key)), rows.map((row, i) => upload.make("tr", { "data-row": i },
          upload.make("th", { scope: "row" }, row.lat === null ? upload.number(row.record) : upload.make(
            "button", { type: "button", class: "link", id: "row-" + i, title: upload.say("show-on-map"), on: { click: () => pick(i) } },
            upload.number(row.record))),
          several ? cell(value(row.file)) : null, cell(`${row.letter} · ${row.kind}`), cell(row.date), cell(value(row.place)),
          cell(upload.make("ul", {}, row.doubts.map(doubt))))))));
  }

  const download = () => upload.make("a", { class: "plain-button", id: "download-rejects", download: "rejects.csv",
    href: upload.address(`/${upload.state.token}/rejects.csv`) }, upload.say("download-rejects"));

  function rejected({ count, rows }, several) {
    if (!count) return null;
    const columns = ["record", ...(several ? ["file"] : []), "why", "value"];
    return upload.make("section", { class: "part" }, title("rejected-title", "rejected-title", rows.length, count),
      upload.make("p", { class: "quiet" }, upload.say("rejected-hint")),
      upload.make("p", {}, download()),
      table("rejected-title", columns.map((key) => upload.say(key)), rows.map((row) => upload.make("tr", {},
        upload.make("th", { scope: "row" }, upload.number(row.record)), several ? cell(value(row.file)) : null,
        cell(upload.make("ul", {}, row.reasons.map((reason) => upload.make("li", {}, reason)))),
        cell(row.values.length ? upload.make("ul", {}, row.values.map((one) => upload.make("li", {},
          one.column ? upload.make("span", { class: "quiet" }, value(one.column), upload.colon) : null, value(one.value || "–"))))
          : upload.make("span", { class: "quiet" }, upload.say("whole-record")))))));
  }

  function retired({ asked, count, returned, rows }) {
    if (!asked && !returned) return null;
    return upload.make("section", { class: "part" }, title("retired-title", "retired-title", rows.length, count),
      upload.make("p", { class: "quiet" }, upload.say("retired-hint")),
      returned ? upload.make("p", {}, upload.say("returned", { n: upload.number(returned) })) : null,
      rows.length ? table("retired-title", ["source", "number", "date", "kind", "place"].map((key) => upload.say(key)),
        rows.map((row) => upload.make("tr", {}, cell(value(row.source)), cell(value(row.id)), cell(row.date), cell(row.kind),
          cell(value(row.place))))) : null);
  }

  function actions(report, busy) {
    return upload.make("div", { class: "actions" },
      upload.make("button", { type: "button", id: "confirm", class: "main-button", disabled: busy || !report.usable ? "" : null,
        on: { click: () => upload.confirm() } }, upload.say("confirm")),
      upload.button("back", "back", () => upload.back(), { disabled: busy ? "" : null }),
      upload.button("leave", "leave", () => upload.leave()));
  }

  upload.report = {
    view(working, { error }) {
      const report = upload.state.check, several = report.files.length > 1;
      return [error ? upload.message(error.message, "wrong") : null, working,
        upload.make("h2", {}, upload.say("report-title")), counts(report.counts),
        upload.make("p", { class: "ending" }, report.ending), actions(report, Boolean(working)),
        ...perFile(report), doubtful(report.doubtful, several), rejected(report.rejected, several),
        retired(report.retired)];
    },
  };

  upload.done = {
    view() {
      const { done } = upload.state;
      return [upload.make("h2", { id: "done" }, done.headline),
        upload.make("ul", { class: "tally" }, done.said.map((text) => upload.make("li", {}, text))),
        done.snapshot ? upload.make("p", { class: "quiet" }, upload.say("done-at", { name: done.snapshot })) : null,
        done.rejected ? upload.make("p", {}, download()) : null,
        done.preset ? upload.make("p", {}, done.preset) : null,
        upload.make("div", { class: "actions" },
          upload.make("a", { class: "main-button", id: "see", href: `${upload.told.base}?${done.link}` }, upload.say("see")),
          upload.make("a", { class: "plain-button", id: "another", href: `${upload.told.base}import?lang=${upload.told.lang}` },
            upload.say("another")))];
    },
  };
})();
