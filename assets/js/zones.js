/* Draws claims about an area as a hatch, never a fill, so that hexagons stay readable. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const EDGE_ZOOM = 6;

  atlas.zones = function (source) {
    const held = { answer: null, hatch: null, zone: null };

    async function load() {
      const answer = await atlas.data.get(source, "lang=" + atlas.boot.lang);
      if (!answer) return false;
      const c = answer.columns;
      held.answer = answer;
      held.hatch = atlas.shapes.sentPaths(c.hatch_vertices, c.hatch_starts);
      held.edge = edges(c.edge_vertices, c.edge_starts);
      held.zone = held.edge.map((line) => [line]);
      return true;
    }

    /* As exact as the area itself: a country's outline needs no bend of every brook. */
    function edges(vertices, starts) {
      const lines = [];
      for (let i = 0; i + 1 < starts.length; i++) {
        const line = [];
        for (let v = starts[i]; v < starts[i + 1]; v++) line.push([vertices[2 * v], vertices[2 * v + 1]]);
        const half = line.length >> 1;
        lines.push([...atlas.detail.thin(line.slice(0, half + 1), EDGE_ZOOM),
          ...atlas.detail.thin(line.slice(half), EDGE_ZOOM).slice(1)]);
      }
      return lines;
    }

    function item(index) { return held.answer.meta.items[held.answer.columns.edge_owner[index]]; }

    function specs(layer) {
      if (!held.answer) return [];
      const colour = atlas.tint(layer.colours, 150);
      const path = (id, data, width) => ({
        "@@type": "PathLayer", id: layer.id + id, data, opacity: layer.opacity,
        widthUnits: "pixels", getWidth: width, getColor: colour,
      });
      return [
        path("-hatch", held.hatch, 0.9), { ...path("-edge", held.edge, 1.4), getPath: (line) => line },
      ];
    }

    function names(layer) {
      if (!held.answer) return [];
      return held.answer.meta.items.map((one) => ({
        lon: one.at[0], lat: one.at[1], dy: -22, text: one.label, colour: layer.colours, size: 11.5, weight: 600 }));
    }

    /* The area answers to the pointer from beneath the data, so it hides nothing from it. */
    function under(layer) {
      if (!held.zone) return [];
      return [{
        "@@type": "SolidPolygonLayer", id: layer.id + "-pick", data: held.zone, extruded: false,
        getPolygon: (rings) => rings, getFillColor: [0, 0, 0, 1], pickable: true,
        onHover: (info) => hover(info, layer), onClick: (info) => click(info, layer),
      }];
    }

    function hover(info, layer) {
      if (info.index < 0) { atlas.tooltip.hide(layer.id); return false; }
      atlas.tooltip.show(layer.id, info, item(info.index).label, [], item(info.index).says);
      return true;
    }

    function click(info, layer) {
      if (info.index < 0) return false;
      atlas.pick({ layer: layer.id, id: item(info.index).id });
      return true;
    }

    return { load, specs, under, names, moved() {}, outlineOf() { return null; } };
  };

  atlas.draw.zones = atlas.zones("taxation");
})();
