/* Draws claims that something moves between places: straight, dashed, "path not known". */
(function () {
  "use strict";
  const atlas = window.atlas;
  const held = { answer: null, lines: null, pieces: null, zoom: null };

  async function load() {
    const answer = await atlas.data.get("corridors", "lang=" + atlas.boot.lang);
    if (!answer) return false;
    const { vertices, starts } = answer.columns;
    held.answer = answer;
    held.lines = answer.meta.items.map((item, i) => {
      const line = [];
      for (let v = starts[i]; v < starts[i + 1]; v++) line.push([vertices[2 * v], vertices[2 * v + 1]]);
      return line;
    });
    held.zoom = null;
    return true;
  }

  /* Dashes and heads keep their size on the screen: cut anew at each half step of zoom. */
  function cut(zoom) {
    if (held.zoom === zoom) return;
    held.zoom = zoom;
    const { shapes } = atlas;
    const solid = (i) => held.answer.meta.items[i].path_known;
    const owners = [], pieces = [];
    held.lines.forEach((line, i) => {
      const cutLine = solid(i) ? [line] : shapes.dashes(line, zoom, 11, 7);
      cutLine.forEach((piece) => { pieces.push(piece); owners.push(i); });
    });
    const heads = held.lines.flatMap((line, i) =>
      [0.45, 0.85].map((share) => ({ owner: i, polygon: shapes.arrowhead(line, zoom, 18, share) })));
    held.pieces = { owners, data: shapes.paths(pieces), heads };
  }

  function specs(layer) {
    if (!held.answer || !atlas.state.view) return [];
    cut(Math.round(atlas.state.view.zoom * 2) / 2);
    const colour = atlas.tint(layer.colours);
    const halo = atlas.tint(["#fbfaf7", "#191c20"], 210);
    const line = (id, width, tint) => ({
      "@@type": "PathLayer", id: layer.id + id, data: held.pieces.data, opacity: layer.opacity,
      widthUnits: "pixels", getWidth: width, capRounded: false, getColor: tint,
    });
    return [
      line("-halo", 5.5, halo), line("-line", 2.5, colour),
      { "@@type": "SolidPolygonLayer", id: layer.id + "-heads", data: held.pieces.heads,
        getPolygon: (head) => head.polygon, getFillColor: colour, opacity: layer.opacity, extruded: false },
      { "@@type": "PathLayer", id: layer.id + "-pick", data: held.lines, getPath: (path) => path,
        widthUnits: "pixels", getWidth: 14, getColor: [0, 0, 0, 1], pickable: true,
        onHover: (info) => hover(info), onClick: (info) => click(info) },
    ];
  }

  /* Near the start: corridors that run to one end are still apart there. */
  function names(layer) {
    if (!held.answer) return [];
    return held.lines.map(([a, b], i) => ({
      lon: a[0] + (b[0] - a[0]) * 0.16, lat: a[1] + (b[1] - a[1]) * 0.16, dx: 10, dy: 8, align: "start",
      text: held.answer.meta.items[i].label, colour: layer.colours, size: 11.5, weight: 600,
    }));
  }

  function hover(info) {
    if (info.index < 0) { atlas.tooltip.hide("corridors"); return false; }
    const item = held.answer.meta.items[info.index];
    atlas.tooltip.show("corridors", info, item.label, [], item.says);
    return true;
  }

  function click(info) {
    if (info.index < 0) return false;
    atlas.pick({ layer: "corridors", id: held.answer.meta.items[info.index].id });
    return true;
  }

  atlas.draw.corridors = { load, specs, names, moved() {}, outlineOf() { return null; } };
})();
