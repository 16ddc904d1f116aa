/* Counts both sides in their windows, and tells which hexagons changed; as the server does. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const APART = 0xffffffff, BOUND = 0.05, YEAR = 365.25, PER = 100000;
  const logs = [0];

  function logFactorial(n) {
    for (let k = logs.length; k <= n; k++) logs.push(logs[k - 1] + Math.log(k));
    return logs[n];
  }

  /* The chance of `from` to `to` of n, each with the chance `share`. */
  function chance(from, to, n, share) {
    const all = logFactorial(n), yes = Math.log(share), no = Math.log1p(-share);
    let sum = 0;
    for (let k = from; k <= to; k++) sum += Math.exp(all - logs[k] - logs[n - k] + k * yes + (n - k) * no);
    return sum;
  }

  /** The p-value of equal rates; `p_value` in `data/analysis/ratio.py`. */
  function pValue(a, b, share) {
    return Math.min(1, 2 * Math.min(chance(b, a + b, a + b, share), chance(0, b, a + b, share)));
  }

  /** Corrected for being many: Benjamini and Hochberg. */
  function adjusted(p) {
    const order = Array.from(p.keys()).sort((i, j) => p[i] - p[j]), found = new Float64Array(p.length);
    let least = 1;
    for (let rank = order.length; rank > 0; rank--) {
      least = Math.min(least, (p[order[rank - 1]] * order.length) / rank);
      found[order[rank - 1]] = least;
    }
    return found;
  }

  function inStep(answer, days) {
    return answer.meta.step === "day" ? days : days.map((day) => atlas.dates.month(day));
  }

  /* How many each cell holds on one side, and how many stand apart. */
  function side(answer, days, bit) {
    const { cell, start, end, n, side: of } = answer.columns, [first, last] = inStep(answer, days);
    const cells = new Uint32Array(answer.meta.cells);
    let apart = 0, placed = 0;
    for (let i = 0; i < cell.length; i++) {
      if (!(of[i] & bit) || start[i] > last || end[i] < first) continue;
      if (cell[i] === APART) apart += n[i];
      else { cells[cell[i]] += n[i]; placed += n[i]; }
    }
    return { cells, apart, placed, days: days[1] - days[0] + 1 };
  }

  function tests(a, b, at) {
    const share = b.days / (a.days + b.days), known = new Map();
    return adjusted(Float64Array.from(at, (i) => {
      const key = a.cells[i] * 4294967296 + b.cells[i];
      if (!known.has(key)) known.set(key, pValue(a.cells[i], b.cells[i], share));
      return known.get(key);
    }));
  }

  /* How large a change is, as the legend's classes measure it; NaN where it cannot be told. */
  function size(show, a, b, persons) {
    if (show === "ratio") return Math.max(a, b) / Math.min(a, b);
    return show === "rate" ? (persons > 0 ? (Math.abs(b - a) / persons) * PER : NaN) : Math.abs(b - a);
  }

  function level(steps, value) { return steps.filter((step) => value >= step).length; }

  /** Both sides in their windows: numbers by cell, and the key of each cell's change. */
  function count(answer, windows, show, steps) {
    const a = side(answer, windows.a, 1), b = side(answer, windows.b, 2), at = [];
    for (let i = 0; i < a.cells.length; i++) if (a.cells[i] || b.cells[i]) at.push(i);
    const p = tests(a, b, at), keys = new Array(a.cells.length).fill("");
    const corrected = new Map(at.map((cell, i) => [cell, p[i]]));
    at.forEach((cell) => {
      const ra = (a.cells[cell] * YEAR) / a.days, rb = (b.cells[cell] * YEAR) / b.days;
      const of = size(show, ra, rb, answer.columns.persons[cell]);
      if (Number.isNaN(of)) return;
      const clear = corrected.get(cell) <= BOUND && a.cells[cell] / a.days !== b.cells[cell] / b.days;
      keys[cell] = clear ? (rb > ra ? "more-" : "less-") + (1 + level(steps, of)) : "none";
    });
    return { a, b, at, keys, corrected };
  }

  /** The class of one side alone: its incidents a year. */
  function alone(one, cell, steps) {
    return one.cells[cell] ? "class-" + level(steps, (one.cells[cell] * YEAR) / one.days) : "";
  }

  Object.assign(atlas.compare, { count, classAlone: alone, pValue, adjusted });
})();
