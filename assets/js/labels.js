/* Names on the map: ranked, thinned so that none covers another, with a halo. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const HALO = ["#fbfaf7", "#16191d"];
  const STYLES = {
    country: { size: 12.5, weight: 600, colour: ["#4d4a44", "#d3cfc5"], wide: true },
    unit: { size: 11, weight: 400, colour: ["#77726a", "#a09b92"], wide: false },
    town: { size: 11.5, weight: 500, colour: ["#2b2926", "#e9e5dc"], wide: false },
    water: { size: 11, weight: 400, colour: ["#3f6a82", "#86abc0"], wide: false },
  };
  /* Pixels from a place to its name, the first that is free; a region's gives way instead. */
  const LIFTS = { country: [0, -24, 24, -46, 46], unit: [0], town: [-10, 13, -26], water: [0] };
  const MANY = 250; // symbols beyond which names give way to none: they are everywhere
  let labels = [], kept = {};

  function font(style) {
    return `${style.weight} ${style.size}px ` + getComputedStyle(document.documentElement).getPropertyValue("--font");
  }

  /** One row a name, best first. The file's form is told by its own `fields`. */
  function take(sent) {
    const at = Object.fromEntries(sent.fields.map((field, i) => [field, i]));
    const style = { river: "water", lake: "water" };
    labels = sent.labels.map((row) => {
      const kind = sent.kinds[row[at.kind]];
      const french = atlas.boot.lang === "fr" && row[at.name_fr];
      const name = french || row[at.name_en];
      return {
        lon: row[at.lon], lat: row[at.lat], rank: row[at.rank], kind: style[kind] || kind,
        capital: kind === "town" && row[at.rank] === 1, text: kind === "country" ? name.toLocaleUpperCase(atlas.boot.lang) : name,
        from: row[at.min_zoom], to: kind === "country" ? 7.5 : kind === "unit" ? 10 : 24,
      };
    }).sort((a, b) => a.from - b.from || a.rank - b.rank);
    kept = {};
  }

  function box(pen, label, zoom, lift = LIFTS[label.kind][0]) {
    const style = STYLES[label.kind];
    pen.font = font(style);
    pen.letterSpacing = style.wide ? "1px" : "0px";
    const [x, y] = atlas.mercator.project(label.lon, label.lat, zoom);
    const half = pen.measureText(label.text).width / 2 + 4, tall = style.size * 0.7 + 1;
    return { west: x - half, east: x + half, north: y + lift - tall, south: y + lift + tall };
  }

  function apart(a, b) {
    return a.east < b.west || b.east < a.west || a.south < b.north || b.south < a.north;
  }

  /** The labels that fit at a zoom, best rank first; a grid keeps the comparing short. */
  function fitting(pen, zoom) {
    const grid = new Map(), chosen = [], SIZE = 160;
    labels.filter((label) => zoom >= label.from && zoom < label.to).forEach((label) => {
      const own = box(pen, label, zoom), near = [];
      for (let x = Math.floor(own.west / SIZE); x <= own.east / SIZE; x++) {
        for (let y = Math.floor(own.north / SIZE); y <= own.south / SIZE; y++) near.push(x + ":" + y);
      }
      if (!near.every((key) => (grid.get(key) || []).every((other) => apart(own, other)))) return;
      chosen.push(label);
      near.forEach((key) => grid.set(key, [...(grid.get(key) || []), own]));
    });
    return chosen;
  }

  /* Write one text with its halo: {lon, lat, text, colour, size, weight, dx, dy, align}. */
  function put(sheet, one, origin) {
    const { pen } = sheet, [x, y] = atlas.mercator.project(one.lon, one.lat, atlas.state.view.zoom);
    const left = x - origin[0] + (one.dx || 0), top = y - origin[1] + (one.dy || 0);
    if (left < -200 || top < -20 || left > sheet.width + 200 || top > sheet.height + 20) return;
    pen.font = font(one);
    pen.letterSpacing = one.wide ? "1px" : "0px";
    pen.textAlign = one.align || "center";
    pen.strokeText(one.text, left, top);
    pen.fillStyle = sheet.ink(one.colour);
    pen.fillText(one.text, left, top);
  }

  function dot(sheet, label, origin) {
    const [x, y] = atlas.mercator.project(label.lon, label.lat, atlas.state.view.zoom);
    sheet.pen.beginPath();
    sheet.pen.arc(x - origin[0], y - origin[1], label.capital ? 3.2 : 2.2, 0, 7);
    sheet.pen.fillStyle = sheet.ink(HALO);
    sheet.pen.fill();
    sheet.pen.lineWidth = 1.1;
    sheet.pen.strokeStyle = sheet.ink(STYLES.town.colour);
    sheet.pen.stroke();
  }

  /* Names of the layers that are on; what layers say goes before what the ground says. */
  function named() {
    return atlas.map.shown().flatMap((layer) => {
      const draw = atlas.drawing(layer);
      return draw.names ? draw.names(layer) : [];
    });
  }

  function uncovered(label, spots, zoom) {
    const [x, y] = atlas.mercator.project(label.lon, label.lat, zoom);
    return spots.every((spot) => x < spot.west || x > spot.east || y < spot.north || y > spot.south);
  }

  function boxOf(pen, one, zoom) {
    pen.font = font(one);
    pen.letterSpacing = "0px";
    const [x, y] = atlas.mercator.project(one.lon, one.lat, zoom), wide = pen.measureText(one.text).width;
    const west = x + (one.dx || 0) - (one.align === "center" ? wide / 2 : 0), middle = y + (one.dy || 0);
    return { west, east: west + wide, north: middle - one.size * 0.6, south: middle + one.size * 0.6 };
  }

  /* Layers' names, the topmost layer's first; none covers another. */
  function thinned(pen, names, zoom) {
    const found = [];
    names.slice().reverse().forEach((one) => {
      const own = boxOf(pen, one, zoom);
      if (found.every((other) => apart(own, other.box))) found.push({ one, box: own });
    });
    return found;
  }

  /* Where each name of the ground stands, clear of layers' names and, if it can, of symbols. */
  function stood(pen, fit, names, spots, zoom) {
    const said = new Set(names.map(({ one }) => one.text)), found = [], moved = [];
    fit.forEach((label) => {
      if (label.kind === "unit" && said.has(label.text)) return;
      const free = (lift, others) => {
        const own = box(pen, label, zoom, lift);
        return names.every((name) => apart(own, name.box)) && others.every((other) => apart(own, other));
      };
      const [usual] = LIFTS[label.kind], others = (lift) => (lift === usual ? moved : found.map(({ own }) => own));
      let lift = LIFTS[label.kind].find((one) => free(one, spots) && free(one, others(one)));
      if (lift === undefined && label.kind !== "unit" && free(usual, moved)) lift = usual;
      if (lift === undefined) return;
      const own = box(pen, label, zoom, lift);
      found.push({ label, lift, own });
      if (lift !== usual) moved.push(own);
    });
    return found;
  }

  /** Write the ground's names that leave room for those of layers, and then these. */
  function write(sheet) {
    const { pen } = sheet, origin = sheet.origin();
    const step = Math.round(atlas.state.view.zoom * 4) / 4;
    const fit = kept[step] || (kept[step] = fitting(pen, step)), { zoom } = atlas.state.view;
    const names = thinned(pen, named(), zoom), spots = atlas.marksSpots(MANY);
    const chosen = stood(pen, fit, names, spots, zoom);
    pen.setTransform(sheet.dots, 0, 0, sheet.dots, 0, 0);
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    fit.filter((label) => label.kind === "town" && uncovered(label, spots, zoom)).forEach((label) => dot(sheet, label, origin));
    pen.lineWidth = 3.2;
    pen.strokeStyle = sheet.ink(HALO);
    chosen.forEach(({ label, lift }) => put(sheet, { ...label, ...STYLES[label.kind], dy: lift }, origin));
    names.forEach(({ one }) => put(sheet, one, origin));
  }

  atlas.labels = { take, write };
})();
