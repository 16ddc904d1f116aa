/* The comparison's drawing comes when its layer is first shown; until then it is nothing. */
(function () {
  "use strict";
  const atlas = window.atlas;

  const waiting = {
    async load() {
      await atlas.need("compare");
      return atlas.draw.difference === waiting ? false : atlas.draw.difference.load();
    },
    specs() { return []; },
    outlineOf() { return null; },
    tally() { return null; },
    moved() { return false; },
  };
  atlas.draw.difference = waiting;
})();
