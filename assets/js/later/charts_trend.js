/* The trend: incidents by the month they began in, over all that the clock reaches, with the
   monthly mean of a year; a year, or a month where there are few, sets the clock. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const FEW = 24, YEAR = 12, SPACE = 44;

  /* Counts of every month of the clock's domain. */
  function monthly(rows) {
    const [first, last] = atlas.clock.domain().map((day) => atlas.dates.month(day));
    const held = new Map(rows.map((row) => [+row.key, row.n]));
    return { first, n: Array.from({ length: last - first + 1 }, (_, i) => held.get(first + i) || 0) };
  }

  function mean(n) {
    return n.map((_, i) => (i < YEAR - 1 ? null : n.slice(i - YEAR + 1, i + 1).reduce((all, one) => all + one, 0) / YEAR));
  }

  /* What a button stands for: one month, or the months of a year. */
  function spans(first, count) {
    const all = Array.from({ length: count }, (_, i) => first + i);
    if (count <= FEW) return all.map((month) => ({ from: month, to: month, name: atlas.words.month(atlas.dates.firstOf(month)) }));
    const years = new Map();
    all.forEach((month) => {
      const year = 1970 + Math.floor(month / 12);
      years.set(year, { from: years.has(year) ? years.get(year).from : month, to: month, name: String(year) });
    });
    return [...years.values()];
  }

  /* The whole of the clock's domain holds every span, and so chooses none. */
  function held(span) {
    const [first, last] = atlas.state.window, { firstOf, lastOf } = atlas.dates;
    return !atlas.clock.whole() && first <= firstOf(span.from) && last >= lastOf(span.to);
  }

  function press(span) {
    const { firstOf, lastOf } = atlas.dates, [first, last] = atlas.state.window;
    const alone = held(span) && first === firstOf(span.from) && last === lastOf(span.to);
    atlas.clock.set(alone ? atlas.clock.domain() : [firstOf(span.from), lastOf(span.to)]);
  }

  /* Draw the bars, and lay the buttons over them, each as wide as its months. */
  function draw(card, answer) {
    const { first, n } = monthly(answer.rows), whole = atlas.clock.whole(), [from, to] = atlas.state.window.map((day) => atlas.dates.month(day));
    const colour = atlas.charts.colour(), years = spans(first, n.length), list = card.list;
    const bars = n.map((count, i) => ({ n: count, colour, faded: !whole && (first + i < from || first + i > to) }));
    const buttons = years.map((span) => {
      const sum = n.slice(span.from - first, span.to - first + 1).reduce((all, one) => all + one, 0);
      return { key: String(span.from), name: span.name, chosen: held(span), colour, span,
        said: atlas.words.say("chart-value", { label: span.name, incidents: atlas.words.count("incidents", sum) }) };
    });
    card.box.style.height = atlas.chartBars.TALL + "px";
    list.style.setProperty("--names", SPACE + "px");
    card.box.style.setProperty("--least", SPACE + years.length * atlas.chartBars.LEAST + "px");
    atlas.chartBars.buttons(list, buttons, (bar) => press(bar.span));
    [...list.children].forEach((item, i) => { item.style.flexGrow = years[i].to - years[i].from + 1; });
    const marks = years.map((span) => span.from - first).filter((at) => at > 0);
    atlas.chartBars.columns(card.plot, bars, { names: SPACE, scale: true, mean: n.length > YEAR ? mean(n) : null, marks: n.length > FEW ? marks : [] });
  }

  atlas.chartTrend = { draw };
})();
