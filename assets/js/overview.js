/* What the window holds by kind, in the right-hand panel while nothing is picked. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const MOST = 12;

  function row(kind, n, highest) {
    const one = atlas.kinds.of(kind);
    const mark = atlas.element("span", { class: "mark", "aria-hidden": "true" }, one.letter);
    mark.style.setProperty("--mark", one.colours[atlas.state.theme === "dark" ? 1 : 0]);
    const bar = atlas.element("i", { "aria-hidden": "true" });
    bar.style.setProperty("--share", ((n / highest) * 100).toFixed(1) + "%");
    bar.style.setProperty("--mark", one.colours[atlas.state.theme === "dark" ? 1 : 0]);
    return atlas.element("li", {}, mark, atlas.element("span", {}, one.label, bar),
      atlas.element("b", {}, atlas.words.number(n)));
  }

  function figure(n, label) {
    const text = n === null ? "–" : atlas.words.number(n);
    return atlas.element("div", {}, atlas.element("b", {}, text), atlas.element("span", {}, label));
  }

  /* A number above its words, which take its form. */
  function counted(key, n) { return figure(n, atlas.words.count(key, n, { n: "" }).trim()); }

  /* Deaths of the window, source by source, the one that states most first; never added. */
  function deaths(sum) {
    return [...sum.deaths].map((n, i) => ({ n, source: atlas.counts.cube().meta.deaths_of[i] }))
      .filter((one) => one.n).sort((a, b) => b.n - a.n);
  }

  /* Which source the figure is of, with the others beside it. */
  function origin(stated) {
    if (!stated.length) return null;
    const beside = stated.slice(1, MOST).map((one) => one.source + " (" + atlas.words.number(one.n) + ")");
    const more = stated.length > MOST ? ", …" : "";
    return atlas.element("p", { class: "quiet" }, atlas.words.say(beside.length ? "deaths-beside" : "deaths-of", {
      source: stated[0].source, others: beside.join(", ") + more }));
  }

  function show() {
    const box = atlas.find("overview"), sum = atlas.counts.now();
    if (!box || !sum || !atlas.state.window) return;
    const kinds = atlas.counts.cube().meta.kinds.map((kind, i) => ({ kind, n: sum.kinds[i] }))
      .filter((one) => one.n).sort((a, b) => b.n - a.n);
    const known = atlas.counts.cube().meta.deaths_known; // unknown is not zero
    const stated = deaths(sum);
    const figures = atlas.element("div", { class: "figures" },
      counted("incidents", sum.placed + sum.apart), counted("apart", sum.apart),
      known ? counted("deaths", stated.length ? stated[0].n : 0) : figure(null, atlas.words.say("not-recorded")));
    const list = atlas.element("ul", { class: "kinds" },
      ...kinds.slice(0, MOST).map((one) => row(one.kind, one.n, kinds[0].n)));
    const rest = kinds.slice(MOST).reduce((all, one) => all + one.n, 0);
    const closing = rest ? atlas.element("p", { class: "quiet" },
      [atlas.words.count("other-kinds", kinds.length - MOST), atlas.words.count("incidents", rest)].join(", ")) : null;
    box.replaceChildren(...[figures, origin(stated), list, closing].filter(Boolean));
  }

  ["data", "window", "theme"].forEach((event) => atlas.on(event, show));
})();
