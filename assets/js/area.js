/* Whether the selection has an area; what draws and tells it comes when it is first needed. */
(function () {
  "use strict";
  const atlas = window.atlas;
  let known = false;

  function has() {
    const query = new URLSearchParams(atlas.state.selection);
    return ["area", "near", "unit"].some((name) => query.get(name));
  }

  const follow = atlas.settle(async () => {
    if (!atlas.boot || !atlas.state.window || (!known && !has()) || atlas.clock.busy()) return;
    known = true;
    await atlas.need("area");
    atlas.area.follow(has());
  }, 120);
  ["domain", "selection", "released"].forEach((event) => atlas.on(event, follow));
})();
