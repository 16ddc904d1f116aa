/* Incidents in hexagons: outlines come once, and only colours change with time. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const EVERYWHERE = [[[-179.9, -85], [179.9, -85], [179.9, 85], [-179.9, 85]]];
  const held = { cube: null, cells: null, sum: null, tones: null, asAsked: true };
  let waiting = 0;

  function query(res) {
    return [atlas.state.selection, "res=" + res, atlas.options.query("hexagons")].filter(Boolean).join("&");
  }

  /** Fetch the cube of the selection, and the outlines at the resolution it comes in: meanwhile
      those that were asked for, unless the server last answered with others. */
  async function load() {
    const res = atlas.map.resolution(), wanted = query(res);
    if (held.asAsked) atlas.data.get("cells", "res=" + res);
    const cube = await atlas.data.get("hexagons", wanted);
    if (!cube || wanted !== query(atlas.map.resolution())) return false;
    held.asAsked = cube.meta.res === res;
    const cells = await atlas.data.get("cells", "res=" + cube.meta.res);
    if (!cells) return false;
    if (held.cells !== cells) held.tones = new Uint32Array(cells.meta.cells);
    held.cube = cube; held.cells = cells; held.sum = null;
    return true;
  }

  /** Count the window, once a change. */
  function count() {
    if (!held.cube || !atlas.state.window) return null;
    held.sum = atlas.cube.count(held.cube, atlas.state.window, held.sum);
    return held.sum;
  }

  /* The tone of each class as the canvas keeps it: blue, green, red. */
  function inks(legend) {
    const side = atlas.state.theme === "dark" ? 1 : 0;
    return legend.colours.map((pair) => atlas.rgb(pair[side])).map(([r, g, b]) => (0xff000000 | (b << 16) | (g << 8) | r) >>> 0);
  }

  function paint() {
    waiting = 0;
    const layer = atlas.map.shown().find((one) => one.id === "hexagons"), legend = atlas.legend.of("hexagons");
    if (!layer) return atlas.hexagonSheet.clear();
    if (!held.cells || !atlas.counts.now() || !atlas.state.view || !legend) return null;
    const { shown } = held.sum, { tones } = held, { bounds } = legend, own = inks(legend);
    for (let i = 0; i < shown.length; i++) {
      tones[i] = shown[i] > 0 && own.length ? own[Math.max(0, atlas.classes.of(bounds, shown[i]))] : 0;
    }
    return atlas.hexagonSheet.paint(held.cells, tones, layer.opacity);
  }

  /* Paint with the next frame; many calls make one painting. */
  function ask() { if (!waiting) waiting = requestAnimationFrame(paint); }

  /** The text of a cell's 64-bit id, as H3 writes it. */
  function name(index) {
    const { lo, hi } = held.cells.columns;
    return hi[index].toString(16) + lo[index].toString(16).padStart(8, "0");
  }

  /* Nothing is drawn by the map component; it only tells where the pointer is. */
  function specs(layer) {
    return [{
      "@@type": "SolidPolygonLayer", id: layer.id, data: EVERYWHERE, getPolygon: (corners) => corners,
      getFillColor: [0, 0, 0, 0], extruded: false, pickable: true,
      onHover: (info) => touch(info, false), onClick: (info) => touch(info, true),
    }];
  }

  function drawn(index) { return index >= 0 && held.sum !== null && held.sum.shown[index] > 0; }

  /* What the colour says, then how many incidents that is made of. */
  function said(index) {
    const { metric, unit } = held.cube.meta, { cells, shown } = held.sum;
    const incidents = atlas.words.count("incidents", cells[index]);
    if (metric === "count") return incidents;
    return atlas.words.say("metric-" + metric, { n: atlas.words.amount(shown[index]), unit }) + " · " + incidents;
  }

  function hover(info) {
    const there = drawn(info.index);
    atlas.map.outline(there ? ring(info.index) : null);
    if (atlas.hits.hover(info, there)) return true;
    if (!there) { atlas.tooltip.hide("hexagons"); return false; }
    const kinds = atlas.cube.cellKinds(held.cube, atlas.state.window, info.index);
    const coarse = kinds.coarse ? atlas.words.count("coarse", kinds.coarse) : "";
    const lines = [...kinds].map((count, kind) => ({ kind: held.cube.meta.kinds[kind], count }))
      .filter((line) => line.count).sort((a, b) => b.count - a.count);
    atlas.tooltip.show("hexagons", info, [said(info.index), coarse].filter(Boolean).join(" · "), lines.slice(0, 6),
      lines.length > 6 ? atlas.words.say("more-kinds", { n: lines.length - 6 }) : atlas.words.say("click-hexagon"));
    return true;
  }

  function click(info) {
    const taken = drawn(info.index);
    if (atlas.hits.click(info, taken)) return true;
    if (!taken) return false;
    atlas.pick({ layer: "hexagons", id: name(info.index), res: held.cube.meta.res });
    return true;
  }

  function ring(index) {
    const { boundary, offsets } = held.cells.columns, line = [];
    for (let v = offsets[index]; v < offsets[index + 1]; v++) line.push([boundary[2 * v], boundary[2 * v + 1]]);
    return [...line, line[0]];
  }

  /** Answer for a spot, pixels {x, y} of the map, and whether it is a click. */
  function touch(spot, clicked) {
    const index = held.cells ? atlas.hexagonSheet.at(spot.x, spot.y) : -1;
    return clicked ? click({ ...spot, index }) : hover({ ...spot, index });
  }

  /** The outline of what was picked, wherever it stands in the cell table now. */
  function outlineOf(picked) {
    if (!held.cells || picked.res !== held.cube.meta.res) return null;
    const { lo, hi } = held.cells.columns;
    const low = parseInt(picked.id.slice(-8), 16), high = parseInt(picked.id.slice(0, -8), 16);
    for (let i = 0; i < lo.length; i++) if (lo[i] === low && hi[i] === high) return ring(i);
    return null;
  }

  /** Hexagons in each of a legend's classes, those without a population, and incidents counted apart. */
  function tally(legend) {
    const sum = atlas.counts.now(), held = { apart: sum.apart, coarse: sum.coarse };
    const classes = atlas.classes.tally(legend ? legend.bounds : [], sum.shown);
    classes.forEach((n, i) => { held["class-" + i] = n; });
    held["no-persons"] = sum.cells.reduce((all, n, i) => all + (n > 0 && !(sum.shown[i] > 0) ? 1 : 0), 0);
    return held;
  }

  atlas.draw.hexagons = {
    load, specs, outlineOf, tally, touch, ring,
    moved() { held.sum = held.cube ? count() : null; },
  };
  ["window", "legend", "data", "moving", "theme", "resized", "layers"].forEach((event) => atlas.on(event, ask));
  atlas.counts = {
    /** What the window holds now; null until the cube is here. */
    now() { return held.cube ? held.sum || count() : null; },
    cube() { return held.cube; },
  };
})();
