/* What a window of time holds, computed from the cube that came over once.

   A row counts while it lasts: it starts by the window's end and ends by its start or
   later, both included. Rows too coarse for the hexagons have the cell `APART`. */
(function () {
  "use strict";
  const APART = 0xffffffff;

  /** The window, given in days, in the cube's own step. */
  function inStep(cube, days) {
    if (cube.meta.step === "day") return days;
    return [window.atlas.dates.month(days[0]), window.atlas.dates.month(days[1])];
  }

  function tally(cube) {
    const { measure, persons } = cube.columns;
    return {
      cells: new Uint32Array(cube.meta.cells),
      worth: measure || persons ? new Float64Array(cube.meta.cells) : null, kinds: new Uint32Array(cube.meta.kinds.length),
      placed: 0, apart: 0, deaths: new Float64Array(cube.meta.deaths_of.length),
    };
  }

  /** Count a window of days: by cell, by kind, placed, apart; deaths by source, since sources
      may tell of the same event; and what colours say of each cell, `shown`: incidents, or what the cube brings a column for. */
  function count(cube, days, into) {
    const { cell, kind, start, end, n, measure, persons } = cube.columns;
    const [first, last] = inStep(cube, days);
    const sum = into || tally(cube);
    if (sum.worth) sum.worth.fill(0);
    sum.cells.fill(0); sum.kinds.fill(0); sum.placed = 0; sum.apart = 0;
    for (let i = 0; i < cell.length; i++) {
      if (start[i] > last || end[i] < first) continue;
      sum.kinds[kind[i]] += n[i];
      if (cell[i] === APART) { sum.apart += n[i]; continue; }
      sum.cells[cell[i]] += n[i];
      if (measure) sum.worth[cell[i]] += measure[i];
      sum.placed += n[i];
    }
    addDeaths(cube.columns, first, last, sum.deaths);
    if (persons) sum.cells.forEach((held, i) => { if (persons[i] > 0) sum.worth[i] = (held * 1e5) / persons[i]; });
    sum.shown = sum.worth || sum.cells;
    return sum;
  }

  function addDeaths(columns, first, last, sum) {
    const { dead, dead_source: source, dead_start: start, dead_end: end } = columns;
    sum.fill(0);
    for (let i = 0; i < dead.length; i++) if (start[i] <= last && end[i] >= first) sum[source[i]] += dead[i];
  }

  /** Counts by kind of one cell in a window of days. */
  function cellKinds(cube, days, wanted) {
    const { cell, kind, start, end, n } = cube.columns;
    const [first, last] = inStep(cube, days);
    const kinds = new Uint32Array(cube.meta.kinds.length);
    for (let i = 0; i < cell.length; i++) {
      if (cell[i] === wanted && start[i] <= last && end[i] >= first) kinds[kind[i]] += n[i];
    }
    return kinds;
  }

  /** Counts by month and family: an incident stands in every month that it touches.
      Returns {first, months, groups, values} with values[month * groups + group]. */
  function histogram(cube, days, groupOf, groups) {
    const { month } = window.atlas.dates;
    const first = month(days[0]), months = month(days[1]) - first + 1;
    const values = new Uint32Array(months * groups);
    const { kind, start, end, n } = cube.columns;
    const byDay = cube.meta.step === "day";
    for (let i = 0; i < n.length; i++) {
      const from = Math.max(0, (byDay ? month(start[i]) : start[i]) - first);
      const to = Math.min(months - 1, (byDay ? month(end[i]) : end[i]) - first);
      for (let m = from; m <= to; m++) values[m * groups + groupOf[kind[i]]] += n[i];
    }
    return { first, months, groups, values };
  }

  window.atlas.cube = { APART, count, cellKinds, histogram };
})();
