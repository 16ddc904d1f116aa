/* What a person picked on the map or in the table; the server tells what is known of it. */
(function () {
  "use strict";
  const atlas = window.atlas;

  function request() {
    const { picked } = atlas.state;
    atlas.give(atlas.boot.ids.picked, { data: picked && { ...picked, query: atlas.link.shown(), options: atlas.options.of(picked.layer) } });
  }

  atlas.pick = function (picked) {
    if (picked && document.documentElement.hasAttribute("data-drawing")) return; // a click is a corner then
    atlas.state.picked = picked;
    document.documentElement.toggleAttribute("data-picked", Boolean(picked));
    if (picked) atlas.panels.open("right");
    request();
    atlas.emit("picked");
  };

  /* Counts belong to a window: whatever says one, and is told by what it holds then. */
  function counts(picked) {
    if (picked.layer === "hexagons" || picked.layer === "difference" || picked.layer === "region") return true;
    const layer = atlas.boot.layers.find((one) => one.id === picked.layer && one.draw === "marks");
    const held = layer && atlas.drawing(layer).held();
    return Boolean(held && held.counted);
  }

  /* Asked again when the window comes to rest. */
  const again = atlas.settle(() => {
    if (atlas.state.picked && !atlas.clock.busy() && counts(atlas.state.picked)) request();
  }, 300);
  ["released", "selection"].forEach((event) => atlas.on(event, again));

  /* What is told of a mark may hang on the choices made for its layer, such as weights. */
  atlas.on("options", atlas.settle(() => { if (atlas.state.picked) request(); }, 300));

  /* Where a row of the table says that it is: west, south, east, north. */
  function boxOf(row) { return row.dataset.at ? row.dataset.at.split(",").map(Number) : null; }
  function resolution(mark) { return mark.dataset.res ? { res: +mark.dataset.res } : {}; }

  document.addEventListener("click", (event) => {
    const row = event.target.closest("[data-incident]");
    if (row) atlas.pick({ layer: "incidents", id: row.dataset.incident, box: boxOf(row) });
    const claim = event.target.closest("[data-claim]"), mark = event.target.closest("[data-mark]");
    if (claim) atlas.pick({ layer: "claims", id: claim.dataset.claim });
    if (mark) atlas.pick({ layer: mark.dataset.layer, id: mark.dataset.mark, box: boxOf(mark), ...resolution(mark) });
    if (event.target.closest("#details-close")) atlas.pick(null);
  });
})();
