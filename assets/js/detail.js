/* As much detail as a screen can show: lines thinned to a fraction of a pixel, and only
   those near the view. A software renderer pays for every vertex, seen or not. */
(function () {
  "use strict";
  const TOLERANCE = 0.6;
  const atlas = window.atlas;

  /* Ramer, Douglas and Peucker: keep what stands out from the straight line by more. */
  function keep(points, tolerance) {
    const kept = new Uint8Array(points.length), open = [[0, points.length - 1]];
    kept[0] = kept[points.length - 1] = 1;
    while (open.length) {
      const [from, to] = open.pop();
      const [far, at] = farthest(points, from, to);
      if (far <= tolerance * tolerance) continue;
      kept[at] = 1;
      open.push([from, at], [at, to]);
    }
    return kept;
  }

  function farthest(points, from, to) {
    const [ax, ay] = points[from], dx = points[to][0] - ax, dy = points[to][1] - ay;
    const length = dx * dx + dy * dy;
    let far = 0, at = from;
    for (let i = from + 1; i < to; i++) {
      const px = points[i][0] - ax, py = points[i][1] - ay;
      const along = length ? Math.max(0, Math.min(1, (px * dx + py * dy) / length)) : 0;
      const x = px - along * dx, y = py - along * dy, d = x * x + y * y;
      if (d > far) { far = d; at = i; }
    }
    return [far, at];
  }

  function thin(line, zoom) {
    const points = line.map(([lon, lat]) => atlas.mercator.project(lon, lat, zoom));
    const kept = keep(points, TOLERANCE);
    return line.filter((_, i) => kept[i]);
  }

  /* A closed ring has no straight line from end to end: thin it as two halves. */
  function thinRing(ring, zoom) {
    const half = ring.length >> 1;
    return [...thin(ring.slice(0, half + 1), zoom), ...thin(ring.slice(half), zoom).slice(1)];
  }

  function bounds(line) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    line.forEach(([lon, lat]) => {
      box[0] = Math.min(box[0], lon); box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lon); box[3] = Math.max(box[3], lat);
    });
    return box;
  }

  function meets(a, b) { return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]; }

  /** Lines, or polygons of rings, that answer with what a zoom and an area need. */
  function levels(shapes, rings) {
    const boxes = shapes.map((shape) => bounds(rings ? shape[0] : shape)), made = new Map();

    function thinned(i, zoom) {
      const key = zoom * shapes.length + i;
      if (!made.has(key)) {
        made.set(key, rings
          ? shapes[i].map((ring) => thinRing(ring, zoom)).filter((ring, r) => r === 0 || ring.length > 4)
          : thin(shapes[i], zoom));
      }
      return made.get(key);
    }

    return (zoom, area) => shapes.map((_, i) => i).filter((i) => meets(boxes[i], area))
      .map((i) => thinned(i, zoom)).filter((shape) => (rings ? shape[0].length > 3 : shape.length > 1));
  }

  /** Polygons of rings, each thinned on demand: `(index, zoom)` gives its rings, or null if too small to see. */
  function each(shapes) {
    const made = new Map();
    return (i, zoom) => {
      const step = Math.min(12, Math.round(zoom * 2) / 2), key = step * shapes.length + i;
      if (!made.has(key)) {
        const rings = shapes[i].map((ring) => thinRing(ring, step)).filter((ring, r) => r === 0 || ring.length > 4);
        made.set(key, rings[0].length > 3 ? rings : null);
      }
      return made.get(key);
    };
  }

  /** An area three times the view's, so that small moves need nothing new. */
  function around(edges) {
    const [west, south, east, north] = edges, wide = east - west, tall = north - south;
    return [west - wide, south - tall, east + wide, north + tall];
  }

  function covers(outer, inner) {
    return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
  }

  atlas.detail = { levels, each, around, covers };
})();
