/* When nothing is shown: whether the window or the filters leave nothing, and the way out. */
(function () {
  "use strict";
  const atlas = window.atlas;
  let asked = null;

  function check() {
    const sum = atlas.counts.now(), cube = atlas.counts.cube();
    if (!sum || !atlas.find("empty-window")) return;
    const none = sum.placed + sum.apart === 0, any = cube.meta.total > 0;
    atlas.find("empty-window").hidden = !(none && any);
    atlas.find(atlas.boot.ids.empty).hidden = any;
    if (any || asked === atlas.state.selection) return;
    asked = atlas.state.selection;
    atlas.give(atlas.boot.ids.emptyRequest, { data: asked });
  }

  atlas.on("data", () => { if (atlas.counts.cube()?.meta.total > 0) asked = null; });
  ["data", "window"].forEach((event) => atlas.on(event, check));

  document.addEventListener("click", (event) => {
    if (event.target.closest("#show-all-time")) atlas.clock.resize("all");
    const relax = event.target.closest("[data-relax]");
    if (relax) atlas.filters.clear(relax.dataset.relax.split(" "));
  });
})();
