/* Hexagons on a canvas: corners are projected once, and a view only moves and scales them. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const BATCH = 20, GAP = 0.05, FAINT = 0.55, SIGNED = 7; // pixels of radius from which a hexagon carries its sign
  const patterns = new Map();

  /** Rings in the plane of zoom 0, drawn a little towards their middles. */
  function open(cells) {
    const { boundary, offsets } = cells.columns, shapes = [];
    for (let i = 0; i + 1 < offsets.length; i++) {
      const ring = [];
      for (let v = offsets[i]; v < offsets[i + 1]; v++) ring.push(atlas.mercator.project(boundary[2 * v], boundary[2 * v + 1], 0));
      const middle = [0, 1].map((k) => ring.reduce((sum, at) => sum + at[k], 0) / ring.length);
      const reach = Math.max(...ring.map((at) => Math.hypot(at[0] - middle[0], at[1] - middle[1])));
      shapes.push({ middle, reach, ring: ring.map((at) => at.map((x, k) => middle[k] + (x - middle[k]) * (1 - GAP))) });
    }
    return shapes;
  }

  function ink(pair) { return pair[atlas.state.theme === "dark" ? 1 : 0]; }

  function hatch(pen, tone, dots) {
    const key = tone + dots;
    if (patterns.has(key)) return patterns.get(key);
    const gap = Math.round(6 * dots), tile = new OffscreenCanvas(gap, gap), line = tile.getContext("2d");
    line.strokeStyle = tone;
    line.lineWidth = dots;
    line.beginPath();
    [-gap, 0, gap].forEach((at) => { line.moveTo(at, gap); line.lineTo(at + gap, 0); });
    line.stroke();
    patterns.set(key, pen.createPattern(tile, "repeat"));
    return patterns.get(key);
  }

  function bright(colour) {
    const [r, g, b] = atlas.rgb(colour);
    return 0.3 * r + 0.59 * g + 0.11 * b > 140;
  }

  function trace(pen, seen) {
    pen.beginPath();
    seen.forEach(({ corners }) => {
      corners.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
      pen.closePath();
    });
  }

  function fill(sheet, seen, style) {
    const { pen, dots } = sheet, tone = ink(style.colours);
    trace(pen, seen);
    if (style.form !== "hatch") { pen.fillStyle = tone; pen.fill(); return; }
    pen.save();
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.globalAlpha *= FAINT;
    pen.fillStyle = hatch(pen, tone, dots);
    pen.fill();
    pen.restore();
    pen.strokeStyle = tone;
    pen.lineWidth = 0.5;
    pen.stroke();
  }

  /* More and less are signs as well, since colour alone says nothing to some. */
  function signs(pen, seen, style) {
    if (!style.letter) return;
    pen.beginPath();
    seen.filter((one) => one.reach >= SIGNED).forEach(({ x, y, reach }) => {
      const arm = Math.min(7, reach * 0.36);
      pen.moveTo(x - arm, y); pen.lineTo(x + arm, y);
      if (style.letter === "+") { pen.moveTo(x, y - arm); pen.lineTo(x, y + arm); }
    });
    pen.strokeStyle = bright(ink(style.colours)) ? "#17191c" : "#ffffff";
    pen.lineWidth = 1.8;
    pen.stroke();
  }

  /* Where the hexagons that the view holds stand on the sheet. */
  function seenOf(shapes, at, sheet) {
    const scale = 2 ** atlas.state.view.zoom, [left, top] = atlas.compare.corner(), seen = [];
    at.forEach((cell) => {
      const { middle, ring, reach } = shapes[cell], x = middle[0] * scale - left, y = middle[1] * scale - top, wide = reach * scale;
      if (x < -wide || y < -wide || x > sheet.width + wide || y > sheet.height + wide) return;
      seen.push({ x, y, reach: wide, corners: ring.map(([px, py]) => [px * scale - left, py * scale - top]) });
    });
    return seen;
  }

  /** Paint cells by key: `byKey` has a list of cells for each. */
  function paint(sheet, shapes, byKey, styles, opacity) {
    sheet.pen.globalAlpha = opacity;
    byKey.forEach((at, key) => {
      const style = styles[key], seen = style ? seenOf(shapes, at, sheet) : [];
      // A path of thousands of corners costs a software renderer more than many short ones.
      for (let i = 0; i < seen.length; i += BATCH) {
        const some = seen.slice(i, i + BATCH);
        fill(sheet, some, style);
        signs(sheet.pen, some, style);
      }
    });
    sheet.pen.globalAlpha = 1;
  }

  /** The cell under a spot of the map, in pixels; -1 for none. */
  function cellAt(shapes, at, x, y) {
    const scale = 2 ** atlas.state.view.zoom, [left, top] = atlas.compare.corner();
    const px = (x + left) / scale, py = (y + top) / scale;
    const near = at.filter((cell) => Math.hypot(shapes[cell].middle[0] - px, shapes[cell].middle[1] - py) <= shapes[cell].reach);
    return near.length ? near.reduce((best, cell) => (distance(shapes[cell], px, py) < distance(shapes[best], px, py) ? cell : best)) : -1;
  }

  function distance(shape, x, y) { return Math.hypot(shape.middle[0] - x, shape.middle[1] - y); }

  Object.assign(atlas.compare, { shapes: { open, paint, cellAt } });
})();
