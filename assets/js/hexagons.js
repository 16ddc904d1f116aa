/* Draws incidents in hexagons: outlines come once, and only colours change with time. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const GAP = 0.05;
  const held = { cube: null, cells: null, shapes: null, sum: null, colours: null, turn: 0 };

  function query(res) {
    return [atlas.state.selection, "res=" + res, atlas.options.query("hexagons")].filter(Boolean).join("&");
  }

  /** Fetch the cube of the selection, and the outlines at the resolution it comes in: meanwhile
      those that were asked for, unless the server answered coarser before. */
  async function load() {
    const res = atlas.map.resolution(), wanted = query(res);
    if (!held.cube || !held.cube.meta.coarsened) atlas.data.get("cells", "res=" + res);
    const cube = await atlas.data.get("hexagons", wanted);
    if (!cube || wanted !== query(atlas.map.resolution())) return false;
    const cells = await atlas.data.get("cells", "res=" + cube.meta.res);
    if (!cells) return false;
    if (held.cells !== cells) {
      held.shapes = atlas.shapes.shrunkRings(cells.columns.boundary, cells.columns.offsets, GAP);
      held.colours = new Uint8Array(held.shapes.length * 4);
    }
    held.cube = cube; held.cells = cells; held.sum = null;
    return true;
  }

  /** Count the window, once a change. */
  function count() {
    if (!held.cube || !atlas.state.window) return null;
    held.sum = atlas.cube.count(held.cube, atlas.state.window, held.sum);
    return held.sum;
  }

  function paint() {
    const legend = atlas.legend.of("hexagons");
    const bounds = legend ? legend.bounds : [];
    const side = atlas.state.theme === "dark" ? 1 : 0;
    const tones = legend ? legend.colours.map((pair) => atlas.rgb(pair[side])) : [];
    const { shown } = held.sum, colours = held.colours;
    for (let i = 0; i < shown.length; i++) {
      const tone = shown[i] && tones.length ? tones[Math.max(0, atlas.classes.of(bounds, shown[i]))] : null;
      colours[4 * i + 3] = tone ? 255 : 0;
      if (tone) { colours[4 * i] = tone[0]; colours[4 * i + 1] = tone[1]; colours[4 * i + 2] = tone[2]; }
    }
    held.turn++;
  }

  /** The text of a cell's 64-bit id, as H3 writes it. */
  function name(index) {
    const { lo, hi } = held.cells.columns;
    return hi[index].toString(16) + lo[index].toString(16).padStart(8, "0");
  }

  function specs(layer) {
    if (!held.shapes || !held.cube) return [];
    if (!held.sum) count();
    if (!held.sum) return [];
    paint();
    const colours = held.colours;
    return [{
      "@@type": "SolidPolygonLayer", id: layer.id, data: held.shapes, _normalize: false,
      filled: true, extruded: false, pickable: true, opacity: layer.opacity,
      getFillColor: (_, { index, target }) => {
        const at = 4 * index;
        target[0] = colours[at]; target[1] = colours[at + 1];
        target[2] = colours[at + 2]; target[3] = colours[at + 3];
        return target;
      },
      updateTriggers: { getFillColor: [held.turn] },
      onHover: (info) => hover(info), onClick: (info) => click(info),
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
    const { startIndices, attributes } = held.shapes;
    const values = attributes.getPolygon.value, line = [];
    for (let v = startIndices[index]; v < startIndices[index + 1]; v++) line.push([values[2 * v], values[2 * v + 1]]);
    return line;
  }

  /** Answer for a spot as the pointer would be answered: {lon, lat, x, y}, and whether it is a click. */
  function touch(spot, clicked) {
    const index = held.shapes ? atlas.hits.ringAt(held.shapes, spot.lon, spot.lat) : -1;
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
    load, specs, outlineOf, tally, touch,
    moved() { held.sum = held.cube ? count() : null; },
  };
  atlas.counts = {
    /** What the window holds now; null until the cube is here. */
    now() { return held.cube ? held.sum || count() : null; },
    cube() { return held.cube; },
  };
})();
