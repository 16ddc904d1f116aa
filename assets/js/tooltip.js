/* A small note beside the pointer; built from text nodes, so that data is never markup. */
(function () {
  "use strict";
  const atlas = window.atlas;
  let owner = null;

  function box() { return atlas.find("tooltip"); }

  function line(entry) {
    const kind = atlas.kinds.of(entry.kind);
    const mark = atlas.element("span", { class: "mark", "aria-hidden": "true" }, kind.letter);
    mark.style.setProperty("--mark", kind.colours[atlas.state.theme === "dark" ? 1 : 0]);
    return atlas.element("li", {}, mark, atlas.element("span", {}, kind.label),
      entry.count === null ? null : atlas.element("b", {}, atlas.words.number(entry.count)));
  }

  atlas.tooltip = {
    /** Show a title, lines of kinds with counts, and a closing sentence at a picked spot. */
    show(layer, info, title, kinds, closing) {
      owner = layer;
      const list = atlas.element("ul", {}, ...kinds.map(line));
      box().replaceChildren(atlas.element("strong", {}, title), ...(kinds.length ? [list] : []),
        ...(closing ? [atlas.element("p", {}, closing)] : []));
      box().hidden = false;
      this.place(info.x, info.y);
    },

    /** Keep the note inside the map, on the side with room. */
    place(x, y) {
      const map = atlas.find("map").getBoundingClientRect(), own = box().getBoundingClientRect();
      const left = x + 16 + own.width < map.width ? x + 16 : Math.max(4, x - own.width - 12);
      const top = y + 16 + own.height < map.height ? y + 16 : Math.max(4, y - own.height - 12);
      box().style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    },

    /** Hide it, if the layer that asks is the one that shows it. */
    hide(layer) {
      if (layer && owner !== layer) return;
      owner = null;
      if (box()) box().hidden = true;
    },
  };
})();
