/* Keeps the legend's bounds for the drawing, and fills in its counts as time moves. */
(function () {
  "use strict";
  const atlas = window.atlas;
  let legends = {};

  /* Legends come anew with each filter; what a person folded or unfolded stays so. */
  const folded = new Map();
  document.addEventListener("toggle", (event) => {
    const part = event.target.dataset && event.target.dataset.part;
    if (part) folded.set(part, event.target.open);
  }, true);

  function fold(box) {
    box.querySelectorAll("[data-part]").forEach((part) => {
      if (folded.has(part.dataset.part) && part.open !== folded.get(part.dataset.part)) part.open = folded.get(part.dataset.part);
    });
  }

  function write(node, text) { if (node.textContent !== text) node.textContent = text; }

  /* Each drawing counts its own marks in the window; the legend only asks for them. */
  function fill() {
    const box = atlas.find(atlas.boot.ids.legend), tallies = {};
    if (!box || !atlas.counts.now()) return;
    fold(box);
    box.querySelectorAll("[data-count]").forEach((node) => {
      const layer = atlas.boot.layers.find((one) => one.id === node.dataset.layer);
      tallies[layer.id] = tallies[layer.id] || atlas.drawing(layer).tally(legends[layer.id]) || {};
      const n = tallies[layer.id][node.dataset.count];
      write(node, n === undefined ? "" : n || node.dataset.count === "apart" ? atlas.words.number(n) : "–");
    });
  }

  /* What the classes depend on: asked of the server when it changes, not while time runs. */
  let asked = "";
  const ask = atlas.settle(() => {
    const cube = atlas.counts.cube();
    if (!cube || atlas.clock.busy()) return;
    const on = atlas.map.shown().map((layer) => layer.id);
    const request = { selection: atlas.state.selection, res: cube.meta.res, months: atlas.clock.months(),
      days: atlas.clock.days(),
      layers: on, options: Object.fromEntries(on.map((id) => [id, atlas.options.of(id)])) };
    if (JSON.stringify(request) === asked) return;
    asked = JSON.stringify(request);
    atlas.give(atlas.boot.ids.legendRequest, { data: request });
  }, 60);

  atlas.legend = {
    /** {bounds, colours} of a layer's classes, or nothing yet. */
    of(layer) { return legends[layer]; },

    /** Bounds that came with a new legend. */
    take(data) {
      legends = data || {};
      atlas.emit("legend");
    },

    /** Fill counts whenever the legend's own nodes are replaced. */
    watch() {
      new MutationObserver(fill).observe(atlas.find(atlas.boot.ids.legend), { childList: true, subtree: true });
    },
  };
  ["data", "window", "legend"].forEach((event) => atlas.on(event, fill));
  ["data", "layers", "released", "options"].forEach((event) => atlas.on(event, ask));
})();
