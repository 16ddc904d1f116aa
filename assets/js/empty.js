/* When nothing is shown: whether the window or the filters leave nothing, and the way out. */
(function () {
  "use strict";
  const atlas = window.atlas;
  let asked = null;

  function check() {
    const sum = atlas.counts.now(), cube = atlas.counts.cube();
    if (!sum || !atlas.find("empty-window")) return;
    const none = sum.placed + sum.apart === 0, any = cube.meta.total > 0;
    /* Where only claims are on the map, that there are no incidents hides nothing. */
    const meant = atlas.map.shown().some((layer) => layer.group === "incidents");
    atlas.find("empty-window").hidden = !(none && any && meant);
    atlas.find(atlas.boot.ids.empty).hidden = any || !meant;
    if (any || !meant || asked === atlas.state.selection) return;
    asked = atlas.state.selection;
    atlas.give(atlas.boot.ids.emptyRequest, { data: asked });
  }

  atlas.on("data", () => { if (atlas.counts.cube()?.meta.total > 0) asked = null; });
  ["data", "window", "layers"].forEach((event) => atlas.on(event, check));

  document.addEventListener("click", (event) => {
    if (event.target.closest("#show-all-time")) atlas.clock.resize("all");
    const relax = event.target.closest("[data-relax]");
    if (relax) atlas.filters.clear(relax.dataset.relax.split(" "));
  });
})();
