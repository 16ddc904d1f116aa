/* The one module that speaks to the map component: what it draws, where it looks. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const EVERYWHERE = [[-179.9, -85], [179.9, -85], [179.9, 85], [-179.9, 85]];
  let drawing = 0, outlined = null;

  /* Layers that are on, lowest first, each with what its drawing needs to know. */
  function shown() {
    return atlas.boot.layers
      .map((layer) => ({ ...layer, ...atlas.state.layers[layer.id] }))
      .filter((layer) => layer.on)
      .sort((a, b) => a.order - b.order);
  }

  function outlines() {
    const own = atlas.state.picked && atlas.boot.layers.find((layer) => layer.id === atlas.state.picked.layer);
    const picked = own && atlas.drawing(own);
    const rings = [picked ? picked.outlineOf(atlas.state.picked) || atlas.outline.ofPlace(atlas.state.picked) : null, outlined];
    return rings.map((ring, i) => ring && ({
      "@@type": "PathLayer", id: "outline-" + i, data: [ring], getPath: (path) => path,
      widthUnits: "pixels", getWidth: i ? 1.5 : 3, jointRounded: true,
      getColor: atlas.tint(["#16181b", "#ffffff"], i ? 150 : 255),
    })).filter(Boolean);
  }

  /* Lies under everything and answers where no incident does: there, marks may. */
  function everywhere() {
    return {
      "@@type": "SolidPolygonLayer", id: "everywhere", data: [EVERYWHERE], getPolygon: (ring) => ring,
      getFillColor: [0, 0, 0, 0], extruded: false, pickable: true,
      onHover: (info) => atlas.hits.hover(info, false), onClick: (info) => atlas.hits.click(info, false),
    };
  }

  function specs() {
    return [
      everywhere(), ...shown().flatMap((layer) => atlas.drawing(layer).specs(layer)),
      ...outlines(),
    ];
  }

  function paint() {
    drawing = 0;
    atlas.give(atlas.boot.ids.map, { layers: specs() });
  }

  const settled = atlas.settle(() => atlas.emit("view"), 180);

  atlas.map = {
    shown,

    /** Draw again with the next frame; many calls make one drawing. */
    draw() { if (!drawing) drawing = requestAnimationFrame(paint); },

    /** The hexagon resolution in force: fixed by a person, or following the zoom. */
    resolution() {
      if (atlas.state.res !== "auto") return +atlas.state.res;
      const fit = atlas.boot.zooms.find(([below]) => atlas.state.view.zoom < below);
      return fit ? fit[1] : 9;
    },

    /** The map has been moved by hand. */
    moved(view) {
      if (!view || !atlas.boot) return;
      atlas.tooltip.hide();
      outlined = null; // what was under the pointer may have another size now
      atlas.state.view = { longitude: view.longitude, latitude: view.latitude, zoom: view.zoom };
      atlas.emit("moving");
      settled();
    },

    look(view) {
      const next = { ...atlas.state.view, pitch: 0, bearing: 0, ...view };
      atlas.give(atlas.boot.ids.map, { viewState: next });
      this.moved(next);
    },

    /** The first view, from further away where the map is small. */
    home() {
      const { width } = atlas.find("map").getBoundingClientRect(), { home } = atlas.boot;
      this.look({ ...home, zoom: home.zoom + Math.max(-1.3, Math.log2(Math.min(1, width / 760))) });
    },

    zoom(by) { this.look({ zoom: Math.min(14, Math.max(2, atlas.state.view.zoom + by)) }); },

    edges() {
      const box = atlas.find(atlas.boot.ids.map).getBoundingClientRect();
      return atlas.mercator.edges(atlas.state.view, box.width, box.height);
    },

    /** Outline what the pointer is over; null for nothing. */
    outline(ring) {
      if (ring === outlined || (ring && outlined && ring[0][0] === outlined[0][0] && ring[0][1] === outlined[0][1])) return;
      outlined = ring;
      this.draw();
    },
  };

  ["view", "data", "legend", "theme", "layers", "picked"].forEach(
    (event) => atlas.on(event, () => atlas.map.draw()));
  /* What canvases show of time they paint themselves. */
  atlas.on("window", () => { if (shown().some((layer) => atlas.drawing(layer).timed)) atlas.map.draw(); });
})();
