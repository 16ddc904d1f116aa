/* How large a symbol is drawn: as its style or its amount says, smaller where thousands crowd. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const CROWD = 300, LEAST = 0.34;

  /* Sizes that tell an amount stay true; others shrink together, so that they still compare. */
  function crowding(held) {
    if (held.columns.symbol_item.length <= CROWD || held.counted) return 1;
    return Math.min(1, Math.max(LEAST, LEAST + (atlas.state.view.zoom - 4.5) * 0.16));
  }

  atlas.sizes = {
    crowding,

    /** Radius in pixels of the symbol in a row of `symbol_*`. */
    of(held, row) {
      const { columns: c } = held, item = c.symbol_item[row];
      const own = atlas.parts.radius(held, item) || c.symbol_radius[row] || held.styles[held.keys[item]].radius;
      return own * crowding(held);
    },
  };
})();
