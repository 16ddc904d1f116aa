/* Paints marks on two canvases: fillings beneath the data, all else above it.

   Areas of all layers first, then lines, then symbols, as the pointer finds them in
   `marks_hit.js`: the zones of one layer never hide the letters of another.
   A canvas, not the map component: on a machine without a GPU it draws lines, dashes,
   hatches and letters some fifty times faster, and only when they change. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const PAPER = ["#fbfaf7", "#191c20"], GAP = 0.05;
  const patterns = new Map();
  let waiting = 0;

  function ink(pair) { return pair[atlas.state.theme === "dark" ? 1 : 0]; }

  /* A tile of parallel lines that meets its neighbours, at any of four angles. */
  function pattern(pen, style, dots) {
    const tone = ink(style.colours), key = [tone, style.angle, style.sparse, style.width, dots].join();
    if (patterns.has(key)) return patterns.get(key);
    const gap = Math.round((style.sparse ? 17 : 7) * dots), size = gap * 2;
    const tile = new OffscreenCanvas(size, size), line = tile.getContext("2d");
    line.strokeStyle = tone;
    line.lineWidth = Math.max(1, style.width * 0.7 * dots);
    line.beginPath();
    for (let k = -2; k <= 4; k++) {
      const at = k * gap;
      if (style.angle === 0) { line.moveTo(0, at); line.lineTo(size, at); }
      else if (style.angle === 90) { line.moveTo(at, 0); line.lineTo(at, size); }
      else if (style.angle === 45) { line.moveTo(at - size, size); line.lineTo(at + size, -size); }
      else { line.moveTo(at - size, -size); line.lineTo(at + size, size); }
    }
    line.stroke();
    const made = pen.createPattern(tile, "repeat");
    patterns.set(key, made);
    return made;
  }

  function trace(pen, rings, place) {
    pen.beginPath();
    rings.forEach((ring) => {
      ring.forEach((point, i) => {
        const [x, y] = place(point);
        if (i) pen.lineTo(x, y); else pen.moveTo(x, y);
      });
      pen.closePath();
    });
  }

  /* A hexagon leaves a gap to its neighbours: places its corners a little nearer to its middle. */
  function inset(ring, place) {
    const corners = ring.map(place), middle = [0, 1].map((k) => corners.reduce((sum, at) => sum + at[k], 0) / corners.length);
    return (point) => place(point).map((at, k) => middle[k] + (at - middle[k]) * (1 - GAP));
  }

  function area(sheet, held, polygon, style, place, zoom) {
    const { pen } = sheet, rings = held.detail(polygon, zoom);
    if (!rings) return;
    trace(pen, rings, style.form === "hexagon" ? inset(rings[0], place) : place);
    if (style.form === "fill" || style.form === "hexagon") {
      pen.fillStyle = ink(style.colours);
      pen.fill("evenodd");
      return;
    }
    if (style.form === "hatch") {
      pen.save();
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.fillStyle = pattern(pen, style, sheet.dots);
      pen.fill("evenodd");
      pen.restore();
    }
    pen.setLineDash(style.dash || []);
    pen.strokeStyle = ink(style.colours);
    pen.lineWidth = style.width;
    pen.stroke();
    pen.setLineDash([]);
  }

  /* Along a line, at a share of its length on the screen: the spot and its direction. */
  function along(points, share) {
    const lengths = points.slice(1).map((p, i) => Math.hypot(p[0] - points[i][0], p[1] - points[i][1]));
    let left = share * lengths.reduce((a, b) => a + b, 0);
    for (let i = 0; i < lengths.length; i++) {
      if (left <= lengths[i] && lengths[i] > 0) {
        const [ax, ay] = points[i], [bx, by] = points[i + 1], f = left / lengths[i];
        return { x: ax + (bx - ax) * f, y: ay + (by - ay) * f, ux: (bx - ax) / lengths[i], uy: (by - ay) / lengths[i] };
      }
      left -= lengths[i];
    }
    return null;
  }

  function head(pen, at, size) {
    if (!at) return;
    const { x, y, ux, uy } = at;
    const spot = (forth, side) => [x + ux * forth - uy * side, y + uy * forth + ux * side];
    pen.beginPath();
    [[size * 0.5, 0], [-size * 0.5, size * 0.4], [-size * 0.25, 0], [-size * 0.5, -size * 0.4]]
      .forEach(([f, s], i) => (i ? pen.lineTo(...spot(f, s)) : pen.moveTo(...spot(f, s))));
    pen.closePath();
    pen.fill();
  }

  function line(sheet, points, style) {
    const { pen } = sheet;
    const stroke = (colour, width, dash) => {
      pen.beginPath();
      points.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.setLineDash(dash || []);
      pen.stroke();
    };
    pen.lineJoin = "round";
    stroke(ink(PAPER), style.width + 2.6, style.dash);
    stroke(ink(style.colours), style.width, style.dash);
    pen.setLineDash([]);
    if (!style.arrow) return;
    pen.fillStyle = ink(style.colours);
    [0.5, 0.93].forEach((share) => head(pen, along(points, share), 9 + style.width * 2.2));
  }

  function luminance(colour) {
    const [r, g, b] = atlas.rgb(colour).map((v) => Math.pow(v / 255, 2.2));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function symbol(sheet, x, y, radius, style, letter) {
    const { pen } = sheet, tone = ink(style.colours);
    pen.beginPath();
    pen.arc(x, y, radius, 0, 7);
    pen.fillStyle = style.hollow ? ink(PAPER) : tone;
    pen.fill();
    const small = radius < 5; // a broken edge would only be noise
    pen.lineWidth = style.hollow ? (small ? 1.2 : 2) : small ? 0.6 : 1.2;
    pen.strokeStyle = style.hollow ? tone : ink(PAPER);
    pen.setLineDash((!small && style.dash) || []);
    pen.stroke();
    pen.setLineDash([]);
    if (!letter || radius < 5.5) return;
    pen.font = `700 ${Math.min(15, Math.max(8.5, radius * 1.25))}px ` + getComputedStyle(document.documentElement).getPropertyValue("--font");
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillStyle = style.hollow ? tone : luminance(tone) > 0.3 ? "#17191c" : "#ffffff";
    pen.fillText(letter, x, y + 0.5);
  }

  function circle(sheet, x, y, radius, style) {
    const { pen } = sheet;
    pen.beginPath();
    pen.arc(x, y, radius, 0, 7);
    pen.strokeStyle = ink(style.colours);
    pen.lineWidth = style.width;
    pen.setLineDash(style.dash || []);
    pen.stroke();
    pen.setLineDash([]);
  }

  function filled(style) { return style.form === "fill" || style.form === "hexagon"; }

  function styleIn(held, item) { return held.styles[held.keys[item]]; }

  /* One layer's areas on one of the two canvases. */
  function areas(sheet, one, beneath, place, zoom) {
    const { held } = one, { columns: c } = held, view = sheet.edges;
    held.shapes.forEach((_, polygon) => {
      const item = c.polygon_item[polygon], style = styleIn(held, item), box = held.boxes[polygon];
      if (!held.visible[item] || filled(style) !== beneath) return;
      if (box[0] > view[2] || box[2] < view[0] || box[1] > view[3] || box[3] < view[1]) return;
      sheet.pen.globalAlpha = one.layer.opacity * style.alpha;
      area(sheet, held, polygon, style, place, zoom);
    });
  }

  function lines(sheet, one, place) {
    const { held } = one, { columns: c } = held;
    sheet.pen.globalAlpha = one.layer.opacity;
    held.lines.forEach((points, i) => {
      const item = c.line_item[i];
      if (held.visible[item]) line(sheet, points.map(place), styleIn(held, item));
    });
    c.circle_item.forEach((item, i) => {
      if (!held.visible[item]) return;
      const [x, y] = place([c.circle_lon[i], c.circle_lat[i]]);
      circle(sheet, x, y, c.circle_metres[i] / atlas.mercator.metres(c.circle_lat[i], atlas.state.view.zoom), styleIn(held, item));
    });
  }

  function symbols(sheet, one, place) {
    const { held } = one, { columns: c } = held, view = sheet.edges;
    sheet.pen.globalAlpha = one.layer.opacity;
    c.symbol_item.forEach((item, i) => {
      if (!held.visible[item]) return;
      const lon = c.symbol_lon[i], lat = c.symbol_lat[i];
      if (lon < view[0] || lon > view[2] || lat < view[1] || lat > view[3]) return;
      const [x, y] = place([lon, lat]), style = styleIn(held, item);
      symbol(sheet, x + c.symbol_dx[i], y + c.symbol_dy[i], atlas.sizes.of(held, i), style, held.items[item].letter || style.letter);
    });
  }

  /* What was picked keeps its colour and gains a dark outline. */
  function picked(sheet, one, place, zoom) {
    const wanted = atlas.state.picked;
    if (!wanted || wanted.layer !== one.layer.id) return;
    const { held } = one, item = held.items.findIndex((mark) => mark.id === wanted.id);
    if (item < 0 || !held.visible[item]) return;
    const { pen } = sheet, { columns: c } = held;
    pen.strokeStyle = ink(["#16181b", "#ffffff"]);
    pen.lineWidth = 2.4;
    held.polygonsOf[item].forEach((polygon) => {
      const rings = held.detail(polygon, zoom);
      if (rings) { trace(pen, rings, place); pen.stroke(); }
    });
    held.lines.forEach((points, i) => {
      if (c.line_item[i] !== item) return;
      pen.globalAlpha = 0.45;
      pen.lineWidth = 9;
      pen.beginPath();
      points.map(place).forEach(([x, y], k) => (k ? pen.lineTo(x, y) : pen.moveTo(x, y)));
      pen.stroke();
      pen.globalAlpha = 1;
    });
    c.symbol_item.forEach((owner, i) => {
      if (owner !== item) return;
      const [x, y] = place([c.symbol_lon[i], c.symbol_lat[i]]);
      pen.beginPath();
      pen.arc(x + c.symbol_dx[i], y + c.symbol_dy[i], atlas.sizes.of(held, i) + 3, 0, 7);
      pen.stroke();
    });
  }

  function paint() {
    waiting = 0;
    if (!atlas.state.view || !atlas.find("fills")) return;
    const shown = atlas.marksShown();
    ["fills", "marks"].forEach((id) => {
      const sheet = atlas.sheets.sheet(id), origin = sheet.origin(), { zoom } = atlas.state.view;
      sheet.edges = atlas.map.edges();
      sheet.pen.setTransform(sheet.dots, 0, 0, sheet.dots, 0, 0);
      const place = ([lon, lat]) => {
        const [x, y] = atlas.mercator.project(lon, lat, zoom);
        return [x - origin[0], y - origin[1]];
      };
      shown.forEach((one) => areas(sheet, one, id === "fills", place, zoom));
      if (id === "marks") {
        shown.forEach((one) => lines(sheet, one, place));
        shown.forEach((one) => symbols(sheet, one, place));
      }
      sheet.pen.globalAlpha = 1;
      if (id === "marks") shown.forEach((one) => picked(sheet, one, place, zoom));
    });
  }

  function ask() { if (!waiting) waiting = requestAnimationFrame(paint); }

  /* Time has moved: paint where the marks themselves have come or gone. */
  function follow() {
    const changed = atlas.marksShown().filter((one) => atlas.drawing(one.layer).moved());
    if (changed.length) ask();
    if (changed.some((one) => one.held.counted && one.held.items.some((mark) => mark.named))) atlas.sheets.paint();
  }

  ["moving", "theme", "resized", "layers", "data", "picked", "legend"].forEach((event) => atlas.on(event, ask));
  atlas.on("window", follow);
})();
