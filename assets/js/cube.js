/* What a window of time holds, computed from the cube that came over once.

   A row counts while it lasts: what has started by the window's end, less what had ended
   before its start. From one window to the next only the rows that come or go are touched.
   Rows too coarse for the hexagons have the cell `APART`. */
(function () {
  "use strict";
  const APART = 0xffffffff;

  /** The window, given in days, in the cube's own step. */
  function inStep(cube, days) {
    if (cube.meta.step === "day") return days;
    return [window.atlas.dates.month(days[0]), window.atlas.dates.month(days[1])];
  }

  /* Rows in the order of a column of whole numbers, and how many lie before a number. */
  function ordered(values) {
    let low = Infinity, high = -Infinity;
    for (let i = 0; i < values.length; i++) {
      if (values[i] < low) low = values[i];
      if (values[i] > high) high = values[i];
    }
    if (!values.length) return { order: new Uint32Array(0), before: () => 0 };
    const upto = new Uint32Array(high - low + 2), order = new Uint32Array(values.length);
    for (let i = 0; i < values.length; i++) upto[values[i] - low + 1]++;
    for (let k = 1; k < upto.length; k++) upto[k] += upto[k - 1];
    const next = upto.slice();
    for (let i = 0; i < values.length; i++) order[next[values[i] - low]++] = i;
    return { order, before: (value) => upto[Math.max(0, Math.min(upto.length - 1, value - low))] };
  }

  /** Walks from where `at` stands to a window: `change(row, 1)` for each row that comes, -1 for
      each that goes, after `restart()` where beginning anew is shorter. */
  function walker(start, end) {
    const begins = ordered(start), ends = ordered(end);

    function go(order, from, to, sign, change) {
      for (let i = from; i < to; i++) change(order[i], sign);
      for (let i = to; i < from; i++) change(order[i], -sign);
    }

    return (at, [first, last], change, restart) => {
      const begun = begins.before(last + 1), ended = ends.before(first);
      if (Math.abs(begun - at.begun) + Math.abs(ended - at.ended) > begun + ended) {
        at.begun = at.ended = 0;
        restart();
      }
      go(begins.order, at.begun, begun, 1, change);
      go(ends.order, at.ended, ended, -1, change);
      at.begun = begun; at.ended = ended;
    };
  }

  /* The orders are made once a cube. */
  function walks(cube) {
    const c = cube.columns;
    if (!cube.walks) cube.walks = { rows: walker(c.start, c.end), dead: walker(c.dead_start, c.dead_end) };
    return cube.walks;
  }

  function tally(cube) {
    const { measure, persons } = cube.columns, { cells } = cube.meta;
    return {
      cells: new Uint32Array(cells), kinds: new Uint32Array(cube.meta.kinds.length),
      worth: measure || persons ? new Float64Array(cells) : null, stating: measure ? new Uint32Array(cells) : null,
      placed: 0, apart: 0, coarse: 0, deaths: new Float64Array(cube.meta.deaths_of.length),
      at: { begun: 0, ended: 0 }, deadAt: { begun: 0, ended: 0 },
    };
  }

  function countRows(cube, span, sum) {
    const { cell, kind, n, coarse, measure } = cube.columns, { cells, kinds, worth, stating } = sum;
    let { placed, apart, coarse: vague } = sum;
    walks(cube).rows(sum.at, span, (i, sign) => {
      const by = sign * n[i], where = cell[i];
      kinds[kind[i]] += by;
      vague += sign * coarse[i];
      if (where === APART) { apart += by; return; }
      cells[where] += by;
      placed += by;
      if (measure && measure[i] > 0) { worth[where] += sign * measure[i]; stating[where] += sign; }
    }, () => {
      cells.fill(0); kinds.fill(0);
      if (worth) worth.fill(0);
      if (stating) stating.fill(0);
      placed = apart = vague = 0;
    });
    Object.assign(sum, { placed, apart, coarse: vague });
  }

  function countDeaths(cube, span, sum) {
    const { dead, dead_source: source } = cube.columns, { deaths } = sum;
    walks(cube).dead(sum.deadAt, span, (i, sign) => { deaths[source[i]] += sign * dead[i]; }, () => deaths.fill(0));
  }

  /* What colours say: a sum from which all has gone leaves nothing, not a rounding error. */
  function weigh(cube, { cells, worth, stating }) {
    const { persons } = cube.columns;
    if (persons) for (let i = 0; i < cells.length; i++) worth[i] = persons[i] > 0 ? (cells[i] * 1e5) / persons[i] : 0;
    if (stating) for (let i = 0; i < cells.length; i++) if (!stating[i]) worth[i] = 0;
    return worth || cells;
  }

  /** Count a window of days: by cell, by kind, placed, apart, and with a coarse date; deaths by
      source, since sources may tell of the same event; and what colours say of each cell, `shown`:
      incidents, or what the cube brings a column for. `into`: the last count of the same cube. */
  function count(cube, days, into) {
    const span = inStep(cube, days), sum = into || tally(cube);
    countRows(cube, span, sum);
    countDeaths(cube, span, sum);
    sum.shown = weigh(cube, sum);
    return sum;
  }

  /* Rows come in the order of their cells: the first of a cell, or of the next. */
  function firstOf(cells, wanted) {
    let low = 0, high = cells.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cells[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Counts by kind of one cell in a window of days, and how many of them have a coarse date. */
  function cellKinds(cube, days, wanted) {
    const { cell, kind, start, end, n, coarse } = cube.columns, [first, last] = inStep(cube, days);
    const kinds = new Uint32Array(cube.meta.kinds.length);
    kinds.coarse = 0;
    for (let i = firstOf(cell, wanted); i < cell.length && cell[i] === wanted; i++) {
      if (start[i] > last || end[i] < first) continue;
      kinds[kind[i]] += n[i];
      kinds.coarse += coarse[i];
    }
    return kinds;
  }

  window.atlas.cube = { APART, inStep, count, cellKinds };
})();
