/* The map by keyboard: arrows move it under a cross, and Enter picks what the cross is on. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const STEP = 80, FINE = 16;
  const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  function centre() {
    const { width, height } = atlas.find("map").getBoundingClientRect(), { longitude, latitude } = atlas.state.view;
    return { x: width / 2, y: height / 2, lon: longitude, lat: latitude };
  }

  /* The layer drawn last answers first, as under the pointer. */
  function touch(clicked) {
    const spot = centre();
    const own = atlas.map.shown().reverse().map((layer) => atlas.drawing(layer)).filter((drawing) => drawing.touch);
    if (own.some((drawing) => drawing.touch(spot, clicked))) return true;
    return clicked ? atlas.hits.click(spot, false) : atlas.hits.hover(spot, false);
  }

  function pan([across, down], step) {
    const { view } = atlas.state, { mercator } = atlas;
    const [x, y] = mercator.project(view.longitude, view.latitude, view.zoom);
    const [longitude, latitude] = mercator.unproject(x + across * step, y + down * step, view.zoom);
    atlas.map.look({ longitude, latitude: Math.max(-80, Math.min(80, latitude)) });
  }

  const tell = atlas.settle(() => { if (document.activeElement === atlas.find("map")) touch(false); }, 220);

  document.addEventListener("keydown", (event) => {
    if (!atlas.boot || event.target.id !== "map" || event.ctrlKey || event.metaKey || event.altKey) return;
    const way = WAYS[event.key], here = event.key.toLowerCase() === "n";
    if (!way && !here && event.key !== "Enter") return;
    event.preventDefault();
    if (here) { atlas.here(centre()); return; }
    if (way) pan(way, event.shiftKey ? FINE : STEP);
    else touch(true);
    tell();
  });
  atlas.on("view", tell);
  /* The drawing's own box would be another stop, on which no key does anything. */
  atlas.on("view", () => document.querySelectorAll(".deck-events-root[tabindex='0']").forEach((box) => { box.tabIndex = -1; }));
  document.addEventListener("focusout", (event) => { if (event.target.id === "map") atlas.tooltip.hide(); });
})();
