/* The page's state as a link, and the links of what is shown. */
(function () {
  "use strict";
  const atlas = window.atlas;

  function windowText() {
    return atlas.state.window.map((days) => atlas.dates.iso(days)).join(",");
  }

  function layersText() {
    return atlas.boot.layers.map((layer) => ({ ...layer, ...atlas.state.layers[layer.id] }))
      .filter((layer) => layer.on)
      .map((layer) => layer.id + (layer.opacity < 1 ? ":" + Math.round(layer.opacity * 100) : "")).join(",");
  }

  /* Commas and colons are allowed in a query; unescaped they can be read. */
  function plain(parameters) { return parameters.toString().replace(/%2C/g, ",").replace(/%3A/g, ":"); }

  const carried = new Map();

  atlas.link = {
    /** A function's own part of the link: what `read` returns stands under `name`, unless it is
        empty, and is written again after any of `events`. What a reopened link brought is in
        `atlas.boot.carried[name]`; undo and saved views bring text or "" by `read.write`. */
    carries(name, read, ...events) {
      carried.set(name, read);
      events.forEach((event) => atlas.on(event, settled));
    },

    /** Hand each function its part of a link. */
    bring(query) {
      carried.forEach((read, name) => { if (read.write) read.write(query.get(name) || ""); });
    },

    /** The selection cut to the window: what is on the map now. */
    shown() {
      const query = new URLSearchParams(atlas.state.selection);
      if (atlas.state.window && !atlas.clock.whole()) {
        query.set("from", atlas.dates.iso(atlas.state.window[0]));
        query.set("to", atlas.dates.iso(atlas.state.window[1]));
      }
      return plain(query);
    },

    /** Everything that a reopened page needs to show the same. */
    page() {
      const query = new URLSearchParams(atlas.state.selection), { view } = atlas.state;
      if (atlas.state.window && !atlas.clock.whole()) query.set("window", windowText());
      if (atlas.state.res !== "auto") query.set("res", atlas.state.res);
      query.set("layers", layersText() || "none");
      if (atlas.options.link()) query.set("options", atlas.options.link());
      const parts = { ...atlas.boot.carried };
      carried.forEach((read, name) => { parts[name] = read(); });
      Object.entries(parts).forEach(([name, value]) => { if (value) query.set(name, value); });
      query.set("view", [view.longitude.toFixed(3), view.latitude.toFixed(3), view.zoom.toFixed(2)].join(","));
      query.set("lang", atlas.boot.lang);
      return location.pathname + "?" + plain(query);
    },

    /** The same page in another language. */
    language(lang) {
      return this.page().replace(/lang=\w+/, "lang=" + lang);
    },

    async copy() {
      update();
      try {
        await navigator.clipboard.writeText(location.href);
        atlas.notice(atlas.words.say("copied"), "done");
      } catch (error) {
        atlas.notice(atlas.words.say("copy-yourself"), "done");
      }
    },
  };

  function update() {
    if (!atlas.state.view || !atlas.state.window) return;
    const link = atlas.link.page();
    history.replaceState(history.state, "", link);
    atlas.undo.saw(link);
  }

  const settled = atlas.settle(() => { if (!atlas.clock.busy()) update(); }, 250);
  ["view", "window", "released", "selection", "layers", "res", "options"].forEach((event) => atlas.on(event, settled));
})();
