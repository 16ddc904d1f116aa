/* What a person picked on the map or in the table; the server tells what is known of it. */
(function () {
  "use strict";
  const atlas = window.atlas;

  function request() {
    const { picked } = atlas.state;
    atlas.give(atlas.boot.ids.picked, { data: picked && { ...picked, query: atlas.link.shown(), options: atlas.options.of(picked.layer) } });
  }

  atlas.pick = function (picked) {
    atlas.state.picked = picked;
    document.documentElement.toggleAttribute("data-picked", Boolean(picked));
    if (picked) atlas.panels.open("right");
    request();
    atlas.emit("picked");
  };

  /* A hexagon's counts belong to a window: asked again when that comes to rest. */
  const again = atlas.settle(() => {
    if (atlas.state.picked && atlas.state.picked.layer === "hexagons" && !atlas.clock.busy()) request();
  }, 300);
  ["released", "selection"].forEach((event) => atlas.on(event, again));

  /* What is told of a mark may hang on the choices made for its layer, such as weights. */
  atlas.on("options", atlas.settle(() => { if (atlas.state.picked) request(); }, 300));

  document.addEventListener("click", (event) => {
    const row = event.target.closest("[data-incident]");
    if (row) atlas.pick({ layer: "incidents", id: row.dataset.incident });
    const claim = event.target.closest("[data-claim]"), mark = event.target.closest("[data-mark]");
    if (claim) atlas.pick({ layer: "claims", id: claim.dataset.claim });
    if (mark) atlas.pick({ layer: mark.dataset.layer, id: mark.dataset.mark });
    if (event.target.closest("#details-close")) atlas.pick(null);
  });
})();
