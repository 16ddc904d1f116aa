/* Draws a page of the table from text: thousands of cells, made of plain nodes and never of markup. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const WIDE = 40; // letters from which a cell may be cut, and says all of itself on hover

  function turn(id, to, possible) {
    const icon = atlas.element("span", { class: "icon icon-" + id.slice(6), "aria-hidden": "true" }), label = atlas.words.say(id);
    return atlas.element("button", { id, type: "button", class: "icon-button", title: label, "aria-label": label,
      "data-page": to, disabled: possible ? null : "" }, icon);
  }

  function pages(answer) {
    const where = atlas.words.say("table-page", { page: atlas.words.number(answer.at), pages: atlas.words.number(answer.last) });
    return atlas.element("div", { "aria-live": "polite" }, atlas.element("span", {}, answer.count + " · " + where),
      turn("table-back", answer.at - 1, answer.at > 1), turn("table-on", answer.at + 1, answer.at < answer.last));
  }

  /* What the layer shows as a whole, and what each column means where its name does not say it. */
  function meanings(answer) {
    const explained = answer.heads.filter((head) => head.meaning);
    const list = atlas.element("dl", {}, ...explained.flatMap((head) => [atlas.element("dt", {}, head.label), atlas.element("dd", {}, head.meaning)]));
    return atlas.element("details", { class: "columns" }, atlas.element("summary", {}, atlas.words.say("table-columns")),
      atlas.element("div", { class: "meanings scrolls", tabindex: "0" },
        answer.says ? atlas.element("p", {}, answer.says) : null, explained.length ? list : null));
  }

  function head(one) {
    return atlas.element("th", { scope: "col", "aria-sort": one.sorted },
      atlas.element("button", { type: "button", title: one.meaning || null, "data-sort": one.name }, one.label));
  }

  function row(one) {
    const [first, ...others] = one.cells, picks = Object.keys(one.picks).length > 0;
    const opener = picks ? atlas.element("button", { type: "button", ...one.picks }, first || "–") : first;
    return atlas.element("tr", { class: one.pinned ? "pinned" : null, title: one.pinned ? atlas.words.say("table-pinned") : null },
      atlas.element("th", { scope: "row" }, opener),
      ...others.map((cell) => atlas.element("td", { title: cell.length > WIDE ? cell : null }, cell)));
  }

  function table(answer) {
    if (!answer.rows.length) return atlas.element("p", {}, atlas.words.say("table-nothing"));
    return atlas.element("table", {}, atlas.element("caption", { class: "heard" }, answer.caption),
      atlas.element("thead", {}, atlas.element("tr", {}, ...answer.heads.map(head))),
      atlas.element("tbody", {}, ...answer.rows.map(row)));
  }

  /* The same table drawn anew stays where it was scrolled to. */
  function draw(box, answer, stay) {
    const old = box.querySelector(".table-scroll"), at = old ? [old.scrollLeft, stay ? old.scrollTop : 0] : [0, 0];
    const unfolded = Boolean(box.querySelector(".columns[open]")), means = meanings(answer);
    means.open = unfolded;
    const scroll = atlas.element("div", { class: "table-scroll scrolls", tabindex: "0", role: "region", "aria-label": answer.caption }, table(answer));
    box.replaceChildren(atlas.element("div", { class: "pages" }, pages(answer), means), scroll);
    [scroll.scrollLeft, scroll.scrollTop] = at;
  }

  atlas.tableDraw = draw;
})();
