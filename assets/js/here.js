/* What can be done at a place of the map: a right click or a long press on it asks, or N at the cross. */
(function () {
  "use strict";
  const atlas = window.atlas;

  /** Offer it; `spot` has pixels of the map, and its longitude and latitude. */
  atlas.here = async (spot) => {
    await atlas.need("here");
    atlas.here.open(spot);
  };

  document.addEventListener("contextmenu", (event) => {
    const map = atlas.boot && event.target.closest("#map");
    if (!map || event.target.closest("a, button, input") || document.documentElement.hasAttribute("data-drawing")) return;
    event.preventDefault();
    const box = map.getBoundingClientRect(), { longitude, latitude, zoom } = atlas.state.view, x = event.clientX - box.left, y = event.clientY - box.top;
    const [px, py] = atlas.mercator.project(longitude, latitude, zoom);
    const [lon, lat] = atlas.mercator.unproject(px + x - box.width / 2, py + y - box.height / 2, zoom);
    atlas.here({ x, y, lon, lat });
  });
})();
