/* Fetches what the layers that are on need, when the selection, resolution or layers change. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const loaded = {};

  function needs(layer) {
    return [layer.follows ? atlas.state.selection : "", layer.gridded ? atlas.map.resolution() : "",
      atlas.options.query(layer.id)].join("|");
  }

  /* The cube is always wanted: the clock, the counts and the sentence are made of it. */
  async function load() {
    const layers = atlas.boot.layers.filter((layer) => layer.id === "hexagons" || atlas.state.layers[layer.id].on);
    const stale = layers.filter((layer) => loaded[layer.id] !== needs(layer));
    await Promise.all(stale.map(async (layer) => {
      const wanted = needs(layer);
      loaded[layer.id] = wanted;
      const done = await atlas.drawing(layer).load();
      if (!done && loaded[layer.id] === wanted) loaded[layer.id] = null;
      if (done) atlas.emit("data");
    }));
  }

  ["selection", "layers", "view", "res", "options"].forEach((event) => atlas.on(event, load));
  atlas.loading = { load };
})();
