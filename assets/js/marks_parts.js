/* Numbers of marks that follow the clock: the parts of each that the window touches are
   added here, and the legend says which class or size the sum has. `layers/counted.py`
   does the same for sheets and tables. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const GAP = /\{(n|sum|share)(\d*)\}/g, LEAST_RADIUS = 3;

  /** What is to be counted: `has` tells which items say a number; null where none does.
      An item without a key has the class of its number. */
  function open(columns, items, keys) {
    const { share_item: item } = columns;
    if (!item.length) return null;
    const shares = items.map(() => []), has = new Uint8Array(items.length);
    item.forEach((owner, row) => { shares[owner].push(row); has[owner] = 1; });
    const numbers = columns.share_of.reduce((most, of) => Math.max(most, of + 1), 0);
    const classed = keys.flatMap((key, i) => (key ? [] : [i]));
    return { columns, items, shares, has, classed, sums: new Float64Array(numbers), values: new Float64Array(items.length), legend: null };
  }

  /** Add what a window of days touches; true where a number has changed. */
  function count(counted, days) {
    const { sums, values, items, columns: c } = counted, { month } = atlas.dates;
    sums.fill(0);
    for (let i = 0; i < c.part_of.length; i++) {
      if (c.part_start[i] <= days[1] && c.part_end[i] >= days[0]) sums[c.part_of[i]] += c.part_n[i];
    }
    const months = month(days[1]) - month(days[0]) + 1, before = values.slice();
    values.fill(0);
    c.share_item.forEach((item, row) => {
      values[item] += (c.share_weight[row] * sums[c.share_of[row]]) / (items[item].monthly ? months : 1);
    });
    counted.legend = null;
    return values.some((value, i) => value !== before[i]);
  }

  /** Give items without a key their class, once a window and legend; null while there are none. */
  function dress(held, legend) {
    const { counted } = held;
    if (counted.classed.length && !(legend && legend.keys.length)) return null;
    if (!legend || counted.legend === legend) return held;
    counted.legend = legend;
    legend.keys.forEach((key, i) => { held.styles[key] = legend.styles[i]; });
    counted.classed.forEach((i) => {
      held.keys[i] = legend.keys[Math.max(0, atlas.classes.of(legend.bounds, counted.values[i]))];
    });
    return held;
  }

  /** The radius that says an item's number, pixels; 0 where sizes say nothing. */
  function radius(held, item) {
    const { counted } = held;
    if (!counted || !counted.has[item] || !counted.legend || !counted.legend.perRoot) return 0;
    return Math.max(LEAST_RADIUS, counted.legend.perRoot * Math.sqrt(counted.values[item]));
  }

  /** An item with its words, the gaps in them filled with its number and what that is a share of. */
  function said(held, item) {
    const { counted } = held, mark = held.items[item];
    if (!counted || !counted.has[item]) return mark;
    const rows = counted.shares[item], { share_of: of, share_weight: weight } = counted.columns;
    const fill = (text) => text.replace(GAP, (_, what, place) => {
      const row = rows[+place || 0], sum = counted.sums[of[row]];
      return atlas.words.amount(what === "n" ? counted.values[item] : what === "sum" ? sum : sum * weight[row]);
    });
    return { ...mark, label: fill(mark.label), says: fill(mark.says) };
  }

  atlas.parts = { open, count, dress, radius, said };
})();
