/* Draws the comparison: each hexagon in the class of its change, or both sides themselves. */
(function () {
  "use strict";
  const atlas = window.atlas, { compare } = atlas;
  const EVERYWHERE = [[-179.9, -85], [179.9, -85], [179.9, 85], [-179.9, 85]];
  const held = { answer: null, cells: null, shapes: null, sum: null };
  let waiting = 0;

  function query(res) {
    return [atlas.state.selection, "lang=" + atlas.boot.lang, "res=" + res, atlas.options.query(compare.LAYER)].filter(Boolean).join("&");
  }

  /* What a window is compared with is counted here: only what the sides hold is asked for. */
  async function load() {
    const wanted = query(atlas.map.resolution()), answer = await atlas.data.get(compare.LAYER, wanted);
    if (!answer || wanted !== query(atlas.map.resolution())) return false;
    const cells = await atlas.data.get("cells", "res=" + answer.meta.res);
    if (!cells) return false;
    if (held.cells !== cells) held.shapes = compare.shapes.open(cells);
    Object.assign(held, { answer, cells, sum: null });
    return true;
  }

  /** Where classes after the first begin; the legend says. */
  function steps() {
    const legend = atlas.legend.of(compare.LAYER);
    if (!legend) return [];
    const keys = compare.alone() ? /^class-[1-9]/ : /^more-[2-9]/;
    return legend.bounds.filter((_, i) => keys.test(legend.keys[i])).map(([low]) => low);
  }

  function sum() {
    if (!held.answer || !atlas.state.window) return null;
    if (!held.sum) held.sum = compare.count(held.answer, compare.windows(), compare.chosen("show"), steps());
    return held.sum;
  }

  /* Cells by the key of their class, on one side or for the change. */
  function grouped(which) {
    const now = sum(), at = steps(), byKey = new Map();
    now.at.forEach((cell) => {
      const key = which === "change" ? now.keys[cell] : which === "both"
        ? compare.classAlone(now.a, cell, at) || compare.classAlone(now.b, cell, at) : compare.classAlone(now[which], cell, at);
      if (!key) return;
      if (!byKey.has(key)) byKey.set(key, []);
      byKey.get(key).push(cell);
    });
    return byKey;
  }

  /* Looks come with the legend, and until then with the data. */
  function styles() {
    const legend = atlas.legend.of(compare.LAYER);
    return legend ? Object.fromEntries(legend.keys.map((key, i) => [key, legend.styles[i]])) : {};
  }

  /** What the map shows where it is not divided. */
  function shown() {
    if (compare.otherPlaces()) return "both";
    const show = compare.chosen("show");
    return show === "a" || show === "b" ? show : "change";
  }

  /** Paint hexagons of `which` on a sheet: a, b, both or change. */
  function on(sheet, which) {
    const layer = atlas.map.shown().find((one) => one.id === compare.LAYER);
    if (!layer || !sum()) return;
    compare.shapes.paint(sheet, held.shapes, grouped(which), styles(), layer.opacity);
    if (which === "a" || which === "b") compare.dots(sheet, which);
  }

  function clipped(sheet, from, to, which) {
    const { pen } = sheet;
    pen.save();
    pen.beginPath();
    pen.rect(from, 0, to - from, sheet.height);
    pen.clip();
    on(sheet, which);
    pen.restore();
  }

  function paint() {
    waiting = 0;
    if (!atlas.state.view || !atlas.find("sides")) return;
    const sheet = atlas.sheets.sheet("sides");
    sheet.pen.setTransform(sheet.dots, 0, 0, sheet.dots, 0, 0);
    if (compare.view === "swipe") {
      const at = sheet.width * compare.split;
      clipped(sheet, 0, at, "a");
      clipped(sheet, at, sheet.width, "b");
    } else {
      on(sheet, compare.view === "side" ? "a" : shown());
      // The other sheets that the second picture is made of may still be waiting for this frame.
      if (compare.view === "side") requestAnimationFrame(() => compare.mirror(on));
    }
  }

  function ask() { if (!waiting) waiting = requestAnimationFrame(paint); }

  function cellAt(x, y) {
    const now = sum();
    return now ? compare.shapes.cellAt(held.shapes, now.at, x, y) : -1;
  }

  function name(index) {
    const { lo, hi } = held.cells.columns;
    return hi[index].toString(16) + lo[index].toString(16).padStart(8, "0");
  }

  /* Both numbers, then what the test says. */
  function say(info, cell) {
    const now = sum(), { words } = atlas, key = now.keys[cell];
    const title = words.say("compare-ab", { a: words.number(now.a.cells[cell]), b: words.number(now.b.cells[cell]) });
    const change = compare.otherPlaces() || !key ? "" : words.say("compare-" + key.replace(/-\d/, "")) + " ";
    atlas.tooltip.show(compare.LAYER, info, title, [], change + words.say("compare-click"));
    atlas.map.outline(ring(cell));
  }

  function touch(info, clicked) {
    const cell = cellAt(info.x, info.y), there = cell >= 0;
    if (atlas.hits[clicked ? "click" : "hover"](info, there)) return true;
    if (clicked && there) atlas.pick({ layer: compare.LAYER, id: name(cell), res: held.answer.meta.res });
    if (!clicked && there) say(info, cell);
    if (!there) { atlas.tooltip.hide(compare.LAYER); atlas.map.outline(null); }
    return there;
  }

  function ring(cell) {
    const { boundary, offsets } = held.cells.columns, line = [];
    for (let v = offsets[cell]; v < offsets[cell + 1]; v++) line.push([boundary[2 * v], boundary[2 * v + 1]]);
    return [...line, line[0]];
  }

  function outlineOf(picked) {
    if (!held.answer || picked.res !== held.answer.meta.res) return null;
    for (let i = 0; i < held.answer.meta.cells; i++) if (name(i) === picked.id) return ring(i);
    return null;
  }

  /* Nothing is drawn by the map component; it only tells where the pointer is. */
  function specs(layer) {
    ask();
    return [{
      "@@type": "SolidPolygonLayer", id: layer.id, data: [EVERYWHERE], getPolygon: (corners) => corners,
      getFillColor: [0, 0, 0, 0], extruded: false, pickable: true,
      onHover: (info) => touch(info, false), onClick: (info) => touch(info, true),
    }];
  }

  /** Hexagons of each class; where the map is divided, a class has two numbers, and none is said. */
  function tally() {
    if (!sum() || compare.view !== "difference") return null;
    const counts = Object.fromEntries(Object.keys(styles()).map((key) => [key, 0]));
    grouped(shown()).forEach((at, key) => { counts[key] = at.length; });
    return counts;
  }

  atlas.draw.difference = {
    load, specs, outlineOf, tally, touch,
    moved() { held.sum = null; return false; },
  };
  Object.assign(compare, { ask, sum, answer: () => held.answer, cells: () => held.cells });
  ["window", "legend", "options", "data"].forEach((event) => atlas.on(event, () => { held.sum = null; ask(); }));
  ["moving", "theme", "resized", "layers", "picked", "basemap"].forEach((event) => atlas.on(event, ask));
})();
