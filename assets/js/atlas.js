/* The one name that scripts of this page share, and the few tools all of them need. */
(function () {
  "use strict";
  const listeners = {};

  window.atlas = {
    /** What the server said when the page was built; see callbacks/boot.py. */
    boot: null,
    /** What a person chose; every change is announced by `emit`. */
    state: {
      selection: "", res: "auto", layers: {}, view: null, window: null, theme: "light",
      picked: null, table: { open: false, page: 1, sort: "date_start", descending: true },
    },
    /** Drawing functions by name, filled by one file each; see map.js. */
    draw: {},

    /** The drawing of a layer: its own, or a holder of marks of its own. */
    drawing(layer) {
      const made = window.atlas.draw;
      if (layer.draw !== "marks") return made[layer.draw];
      return made["marks " + layer.id] || (made["marks " + layer.id] = made.marks(layer.id));
    },

    on(event, listener) { (listeners[event] = listeners[event] || []).push(listener); },
    emit(event) { (listeners[event] || []).forEach((listener) => listener()); },

    /** Hand properties to a Dash component. */
    give(id, props) { window.dash_clientside.set_props(id, props); },

    /** Call `work` once things have been quiet for `quiet` milliseconds. */
    settle(work, quiet) {
      let timer = 0;
      return function () { clearTimeout(timer); timer = setTimeout(work, quiet); };
    },

    /** An element with text, never markup. */
    element(tag, attributes, ...children) {
      const made = document.createElement(tag);
      Object.entries(attributes || {}).forEach(([name, value]) => {
        if (value !== null && value !== undefined) made.setAttribute(name, value);
      });
      made.append(...children.filter((child) => child !== null));
      return made;
    },

    find(id) { return document.getElementById(id); },

    rgb(colour) {
      return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
    },

    /** A colour from a [light, dark] pair as numbers with an alpha. */
    tint(pair, alpha) {
      const colour = pair[window.atlas.state.theme === "dark" ? 1 : 0];
      return [...window.atlas.rgb(colour), alpha === undefined ? 255 : alpha];
    },
  };
})();
