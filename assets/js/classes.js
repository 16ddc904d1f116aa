/* Which class a count belongs to; the bounds come from the legend, never from here. */
(function () {
  "use strict";
  window.atlas.classes = {
    /** Index of the class that holds `count`: the last whose low bound it reaches; -1 for none. */
    of(bounds, count) {
      let found = -1;
      for (let i = 0; i < bounds.length && count >= bounds[i][0]; i++) found = i;
      return found;
    },

    /** How many cells stand in each class. */
    tally(bounds, cells) {
      const held = new Array(bounds.length).fill(0);
      for (let i = 0; i < cells.length; i++) {
        if (cells[i] > 0) held[Math.max(0, this.of(bounds, cells[i]))]++;
      }
      return held;
    },
  };
})();
