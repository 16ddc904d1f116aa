/* Lays lists of coordinates into the typed arrays that deck.gl takes without copying. */
(function () {
  "use strict";

  /** Open rings, each drawn towards its middle by a share, closed, for a SolidPolygonLayer. */
  function shrunkRings(vertices, starts, share) {
    const rings = starts.length - 1;
    const closed = new Uint32Array(rings + 1);
    for (let i = 0; i < rings; i++) closed[i + 1] = closed[i] + starts[i + 1] - starts[i] + 1;
    const values = new Float64Array(closed[rings] * 2);
    for (let i = 0; i < rings; i++) shrink(vertices, starts[i], starts[i + 1], share, values, closed[i]);
    return { length: rings, startIndices: closed, attributes: { getPolygon: { value: values, size: 2 } } };
  }

  function shrink(vertices, from, to, share, values, at) {
    let x = 0, y = 0;
    for (let v = from; v < to; v++) { x += vertices[2 * v]; y += vertices[2 * v + 1]; }
    x /= to - from; y /= to - from;
    for (let k = 0; k <= to - from; k++) {
      const v = from + (k % (to - from));
      values[2 * (at + k)] = vertices[2 * v] + (x - vertices[2 * v]) * share;
      values[2 * (at + k) + 1] = vertices[2 * v + 1] + (y - vertices[2 * v + 1]) * share;
    }
  }

  window.atlas.shapes = { shrunkRings };
})();
