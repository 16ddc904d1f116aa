/* Hexagons on a canvas: which of them each pixel shows is worked out once a view, so that a
   step of time only looks colours up. On a machine without a GPU this is many times faster
   than drawing polygons anew, and a GPU is not missed. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const GAP = 0.05, MOST = 2.2e6; // share of a hexagon left free around it; pixels of the canvas at most
  const LEAST = 3; // pixels of the screen: a fine hexagon seen from afar is a dot, and not nothing
  /* What a view shows: `owner` of each pixel (0: none, else a cell's index plus one), and cell by
     cell, from `first[cell]` on, the pixels `at` which it shows and how much of them it covers. */
  const held = { key: "", plane: null, cells: null, owner: null, first: null, at: null, alpha: null, tones: null, image: null, width: 0, dots: 1 };

  /* Corners in the plane of zoom 0, once for a set of hexagons. */
  function project(cells) {
    const { boundary, offsets } = cells.columns, plane = new Float64Array(boundary.length);
    for (let v = 0; v < boundary.length; v += 2) {
      const [x, y] = atlas.mercator.project(boundary[v], boundary[v + 1], 0);
      plane[v] = x; plane[v + 1] = y;
    }
    Object.assign(held, { cells, plane, offsets });
  }

  let size = null;

  /* Measured when the map's size changes, and not with each step: that would lay the page out. */
  function canvas() {
    const node = atlas.find("hexes");
    if (!size) {
      const wide = node.clientWidth, tall = node.clientHeight;
      const dots = Math.min(window.devicePixelRatio || 1, Math.sqrt(MOST / Math.max(1, wide * tall)));
      size = { width: Math.max(1, Math.round(wide * dots)), height: Math.max(1, Math.round(tall * dots)), dots };
    }
    if (node.width !== size.width || node.height !== size.height) { node.width = size.width; node.height = size.height; }
    return { pen: node.getContext("2d", { willReadFrequently: true }), ...size };
  }

  /* Larger, from its middle on. */
  function grow(ring, times, x, y) {
    for (let k = 0; k < ring.n; k++) {
      ring[2 * k] = x + (ring[2 * k] - x) * times;
      ring[2 * k + 1] = y + (ring[2 * k + 1] - y) * times;
    }
    ring.low = y + (ring.low - y) * times; ring.high = y + (ring.high - y) * times;
  }

  /* Corners of a cell on the canvas; false where it lies outside. */
  function corners(i, sheet, scale, left, top, into) {
    const { plane, offsets } = held, from = offsets[i], n = offsets[i + 1] - from;
    let low = Infinity, high = -Infinity, west = Infinity, east = -Infinity;
    for (let k = 0; k < n; k++) {
      const x = plane[2 * (from + k)] * scale - left, y = plane[2 * (from + k) + 1] * scale - top;
      into[2 * k] = x; into[2 * k + 1] = y;
      if (y < low) low = y;
      if (y > high) high = y;
      if (x < west) west = x;
      if (x > east) east = x;
    }
    into.n = n; into.low = low; into.high = high;
    const grown = (LEAST * sheet.dots) / Math.max(east - west, high - low);
    if (grown > 1) grow(into, grown, (west + east) / 2, (low + high) / 2);
    return high > 0 && low < sheet.height && east > 0 && west < sheet.width;
  }

  /* A little smaller, towards its middle; the canvas blends its edges. */
  function fill(pen, ring) {
    let x = 0, y = 0;
    for (let k = 0; k < ring.n; k++) { x += ring[2 * k] / ring.n; y += ring[2 * k + 1] / ring.n; }
    pen.beginPath();
    for (let k = 0; k < ring.n; k++) {
      pen.lineTo(ring[2 * k] + (x - ring[2 * k]) * GAP, ring[2 * k + 1] + (y - ring[2 * k + 1]) * GAP);
    }
    pen.fill();
  }

  /* Every pixel whose middle lies in the ring, which is convex, is its cell's. */
  function own(ring, value, owner, { width, height }) {
    const first = Math.max(0, Math.ceil(ring.low - 0.5)), last = Math.min(height - 1, Math.floor(ring.high - 0.5));
    for (let row = first; row <= last; row++) {
      const y = row + 0.5;
      let from = Infinity, to = -Infinity;
      for (let k = 0, j = ring.n - 1; k < ring.n; j = k++) {
        const ya = ring[2 * j + 1], yb = ring[2 * k + 1];
        if (ya <= y === yb <= y) continue;
        const x = ring[2 * j] + ((y - ya) / (yb - ya)) * (ring[2 * k] - ring[2 * j]);
        if (x < from) from = x;
        if (x > to) to = x;
      }
      const end = Math.min(width - 1, Math.floor(to - 0.5));
      for (let x = Math.max(0, Math.ceil(from - 0.5)); x <= end; x++) owner[row * width + x] = value;
    }
  }

  /* The cell that a pixel shows; the rim of the outermost has none of its own. */
  function shows(owner, i, width) { return owner[i] || owner[i - 1] || owner[i + 1] || owner[i - width] || owner[i + width] || 0; }

  /* Sort the pixels that have a colour by their cells. */
  function keep(data, owner, width, cells) {
    const first = new Uint32Array(cells + 2);
    for (let i = 0; i < owner.length; i++) if (data[4 * i + 3]) first[shows(owner, i, width) + 1]++;
    for (let cell = 1; cell < first.length; cell++) first[cell] += first[cell - 1];
    const next = first.slice(), at = new Uint32Array(first[cells + 1]), alpha = new Uint8Array(at.length);
    for (let i = 0; i < owner.length; i++) {
      const cover = data[4 * i + 3];
      if (!cover) continue;
      const k = next[shows(owner, i, width)]++;
      at[k] = i; alpha[k] = cover;
    }
    Object.assign(held, { owner, first: first.subarray(1), at, alpha });
  }

  /* Work out the view, where it is another than the last. */
  function arrange(cells) {
    const sheet = canvas(), { longitude, latitude, zoom } = atlas.state.view, { pen, width, height, dots } = sheet;
    const key = [longitude, latitude, zoom, width, height].join();
    if (key === held.key && cells === held.cells) return pen;
    if (cells !== held.cells) project(cells);
    const scale = Math.pow(2, zoom) * dots, [x, y] = atlas.mercator.project(longitude, latitude, 0);
    const left = x * scale - width / 2, top = y * scale - height / 2;
    const owner = new Uint32Array(width * height), ring = new Float64Array(32);
    pen.clearRect(0, 0, width, height);
    pen.fillStyle = "#000";
    for (let i = 0; i < cells.meta.cells; i++) {
      if (!corners(i, sheet, scale, left, top, ring)) continue;
      own(ring, i + 1, owner, sheet);
      fill(pen, ring);
    }
    keep(pen.getImageData(0, 0, width, height).data, owner, width, cells.meta.cells);
    const image = new ImageData(width, height);
    Object.assign(held, { key, image, words: new Uint32Array(image.data.buffer), tones: new Uint32Array(cells.meta.cells), width, dots });
    return pen;
  }

  atlas.on("resized", () => { size = null; });
  atlas.hexagonSheet = {
    /** Paint cells in their tones: `tones[cell]` as 0xBBGGRR with any alpha, 0 for none. */
    paint(cells, tones, opacity) {
      const pen = arrange(cells), { first, at, alpha, words, tones: before } = held;
      for (let cell = 0; cell < tones.length; cell++) {
        const tone = tones[cell];
        if (tone === before[cell]) continue;
        before[cell] = tone;
        for (let k = first[cell]; k < first[cell + 1]; k++) words[at[k]] = tone ? (tone & 0xffffff) | (alpha[k] << 24) : 0;
      }
      pen.putImageData(held.image, 0, 0);
      pen.canvas.style.opacity = Math.pow(opacity, 1 / 2.2); // as the eye takes it, and the map component too
    },

    clear() {
      const node = atlas.find("hexes");
      if (!node || !held.key) return;
      node.getContext("2d", { willReadFrequently: true }).clearRect(0, 0, node.width, node.height);
      held.key = "";
    },

    /** The cell at a spot of the map, in its pixels; -1 for none. */
    at(x, y) {
      if (!held.key) return -1;
      const column = Math.floor(x * held.dots), row = Math.floor(y * held.dots);
      if (column < 0 || column >= held.width) return -1;
      return (held.owner[row * held.width + column] || 0) - 1;
    },
  };
})();
