/* Where Dash hands over: its client-side callbacks are these functions, and nothing else is. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const none = () => window.dash_clientside.no_update;

  /* React may still be placing the page's nodes when the first callback runs. */
  function whenPlaced(work) {
    if (atlas.find("track") && atlas.find("window-length") && atlas.find(atlas.boot.ids.map)) work();
    else requestAnimationFrame(() => whenPlaced(work));
  }

  function begin() {
    atlas.theme.start();
    atlas.panels.start();
    atlas.clock.open();
    atlas.clock.renew();
    if (atlas.boot.window) atlas.clock.put(atlas.boot.window.map((iso) => atlas.dates.day(iso)));
    atlas.clockbar.start();
    atlas.clockmore.start();
    atlas.moments.start();
    atlas.handles.start();
    atlas.legend.watch();
    const watch = new ResizeObserver(() => atlas.emit("resized"));
    ["track", "map"].forEach((id) => watch.observe(atlas.find(id)));
    atlas.emit("domain");
    if (!atlas.boot.viewGiven) atlas.map.home();
    if (atlas.boot.problem) atlas.notice(atlas.boot.problem);
    atlas.find("map").addEventListener("pointerleave", () => { atlas.tooltip.hide(); atlas.map.outline(null); });
    if (Math.min(window.innerWidth, window.innerHeight) < 600) document.querySelector(".legend > details").open = false;
    atlas.basemap.load();
    atlas.loading.load();
    document.documentElement.setAttribute("data-ready", "");
    wanted();
    if (atlas.boot.carried.as || atlas.boot.carried.was) atlas.need("earlier").then(() => atlas.earlier.open());
  }

  /* A link may ask for an export; once it is opened, the page's own link is without it. */
  async function wanted() {
    const what = atlas.boot.carried.export;
    atlas.link.carries("export", () => "");
    if (!what) return;
    await atlas.need("export");
    atlas.export.open(atlas.find("export-open"), what);
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.atlas = {
    start(boot) {
      if (!boot || atlas.boot) return none();
      atlas.boot = boot;
      Object.assign(atlas.state, {
        selection: boot.selection, res: boot.res, view: boot.view,
        layers: Object.fromEntries(boot.layers.map((layer) => [layer.id, { on: layer.on, opacity: layer.opacity }])),
      });
      atlas.state.options = Object.fromEntries(boot.layers.map((layer) => [layer.id, { ...layer.chosen }]));
      whenPlaced(begin);
      return none();
    },

    select(query) {
      if (!atlas.boot || query === atlas.state.selection) return none();
      atlas.state.selection = query;
      atlas.clock.renew();
      atlas.emit("domain");
      atlas.emit("selection");
      return none();
    },

    /* All switches first, then all sliders, both in the order of the layers. */
    layers(...values) {
      if (!atlas.boot) return none();
      const on = values.slice(0, values.length / 2), opacity = values.slice(values.length / 2);
      atlas.boot.layers.forEach((layer, i) => {
        atlas.state.layers[layer.id] = { on: Boolean(on[i]), opacity: opacity[i] / 100 };
      });
      atlas.emit("layers");
      return none();
    },

    /* The values of all options, in the order that the page listed them. */
    options(...values) {
      if (!atlas.boot) return none();
      atlas.boot.optionOrder.forEach(([layer, name], i) => atlas.options.set(layer, name, values[i]));
      return none();
    },

    resolution(value) {
      if (!atlas.boot || value === atlas.state.res) return none();
      atlas.state.res = value;
      atlas.emit("res");
      return none();
    },

    moved(view) { atlas.map.moved(view); return none(); },
    legend(data) { atlas.legend.take(data); return none(); },
    zoomIn(n) { if (n) atlas.map.zoom(0.5); return none(); },
    zoomOut(n) { if (n) atlas.map.zoom(-0.5); return none(); },
    home(n) { if (n) atlas.map.home(); return none(); },
    theme(n) { if (n) atlas.theme.toggle(); return none(); },
    table(n) { if (n) atlas.table.toggle(); return none(); },
    share(n) { if (n) atlas.link.copy(); return none(); },
    language(value) {
      if (atlas.boot && value !== atlas.boot.lang) location.assign(atlas.link.language(value));
      return none();
    },
  };

  /** Open help, or close it; it comes when it is first opened. */
  atlas.help = async (opened) => {
    await atlas.need("help");
    atlas.help[opened ? "open" : "close"]();
  };
})();
