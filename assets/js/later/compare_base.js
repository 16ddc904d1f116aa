/* What is compared: both sides' windows, and how what was chosen is kept.

   The sides travel as options of the layer `difference`, so that tables and sheets compare
   what the screen does; `data/comparison.py` has the same rules. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const LAYER = "difference", RULES = ["before", "year", "same"];

  function layer() { return atlas.boot.layers.find((one) => one.id === LAYER); }
  function chosen(name) { return atlas.options.of(LAYER)[name]; }

  /* Through the hidden control, so that the page and its past know of it; and known here at
     once, since who types the next date does not wait for the control. */
  function choose(name, value) {
    atlas.give(`layer-${LAYER}-${name}`, { value });
    atlas.options.set(LAYER, name, value);
  }

  function lengthOf(month) { return atlas.dates.lastOf(month) - atlas.dates.firstOf(month) + 1; }
  function dayOf(days) { return days - atlas.dates.startOfMonth(days) + 1; }
  function endsMonth(days) { return atlas.dates.endOfMonth(days) === days; }

  /** Move a day by months; the last days of a long month become the last of a short one. */
  function monthsOn(days, by) {
    const month = atlas.dates.month(days) + by;
    return atlas.dates.firstOf(month) + Math.min(dayOf(days), lengthOf(month)) - 1;
  }

  function before([first, last]) {
    const { month, firstOf } = atlas.dates;
    if (dayOf(first) !== 1 || !endsMonth(last)) return [first - 1 - (last - first), first - 1];
    return [firstOf(month(first) - (month(last) - month(first) + 1)), first - 1];
  }

  function yearBefore([first, last]) {
    const moved = monthsOn(last, -12);
    return [monthsOn(first, -12), endsMonth(last) ? atlas.dates.endOfMonth(moved) : moved];
  }

  /** Side A's window for side B's, by a rule or as given; see `against` in `data/comparison.py`. */
  function against(rule, days) {
    if (rule === "same") return days.slice();
    if (rule === "before") return before(days);
    if (rule === "year") return yearBefore(days);
    const [first, last] = rule.split(",");
    const own = [atlas.dates.read(first, false), atlas.dates.read(last || first, true)];
    return own.includes(null) || own[0] > own[1] ? before(days) : own;
  }

  function windows() {
    const b = atlas.state.window;
    return { a: against(chosen("when"), b), b };
  }

  /** World pixels of the view's upper left corner. */
  function corner() {
    const { longitude, latitude, zoom } = atlas.state.view, box = atlas.find("sides");
    const [x, y] = atlas.mercator.project(longitude, latitude, zoom);
    return [x - box.clientWidth / 2, y - box.clientHeight / 2];
  }

  /** A side's own fields, as a query. */
  function own(side) { return new URLSearchParams(chosen(side)); }

  function otherPlaces() {
    const a = own("a"), b = own("b");
    return ["country", "admin1"].some((name) => a.getAll(name).join() !== b.getAll(name).join());
  }

  /** What the map says: a change, or the sides themselves. */
  function alone() { return otherPlaces() || ["a", "b"].includes(chosen("show")); }

  atlas.compare = { LAYER, RULES, layer, chosen, choose, monthsOn, against, windows, corner, own, otherPlaces, alone, view: "difference", split: 0.5 };
})();
