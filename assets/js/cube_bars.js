/* Bars of the histogram, counted from the cube: by any step of time, family by family. */
(function () {
  "use strict";
  const atlas = window.atlas;

  /* The bar that each of the cube's own steps, days or months, falls in; from the first on. */
  function places(cube, days, unit) {
    const months = cube.meta.step === "month", [first, last] = atlas.cube.inStep(cube, days);
    const base = unit.of(days[0]), table = new Int32Array(last - first + 1);
    for (let k = 0; k < table.length; k++) {
      const day = months ? atlas.dates.firstOf(first + k) : first + k;
      table[k] = Math.max(0, unit.of(Math.max(day, days[0])) - base);
    }
    return { first, last, table };
  }

  /** Counts by bar and family: an incident stands in every bar that it touches.
      Returns {first, bars, groups, values, coarse}: `values[bar * groups + group]`, and how many of
      these have a coarse date. */
  atlas.cube.histogram = function (cube, days, groupOf, groups, unit) {
    const { first, last, table } = places(cube, days, unit), bars = table[table.length - 1] + 1;
    const values = new Int32Array((bars + 1) * groups), coarse = new Int32Array((bars + 1) * groups);
    const { kind, start, end, n, coarse: vague } = cube.columns;
    for (let i = 0; i < n.length; i++) {
      if (start[i] > last || end[i] < first) continue;
      const group = groupOf[kind[i]];
      const from = table[Math.max(start[i], first) - first] * groups + group;
      const past = (table[Math.min(end[i], last) - first] + 1) * groups + group;
      values[from] += n[i]; values[past] -= n[i];
      coarse[from] += vague[i]; coarse[past] -= vague[i];
    }
    for (let k = groups; k < values.length; k++) { values[k] += values[k - groups]; coarse[k] += coarse[k - groups]; }
    return { first: unit.of(days[0]), bars, groups, values, coarse };
  };
})();
