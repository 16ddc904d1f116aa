/* Lays lists of coordinates into the typed arrays that deck.gl takes without copying. */
(function () {
  "use strict";

  /** Lines [[lon, lat], ...][] as data for a PathLayer. */
  function paths(lines) {
    const starts = new Uint32Array(lines.length + 1);
    lines.forEach((line, i) => { starts[i + 1] = starts[i] + line.length; });
    const values = new Float64Array(starts[lines.length] * 2);
    let at = 0;
    lines.forEach((line) => line.forEach((point) => { values[at++] = point[0]; values[at++] = point[1]; }));
    return { length: lines.length, startIndices: starts, attributes: { getPath: { value: values, size: 2 } } };
  }

  /** The wire's `vertices` and `starts` as data for a PathLayer. */
  function sentPaths(vertices, starts) {
    return {
      length: starts.length - 1, startIndices: starts,
      attributes: { getPath: { value: Float64Array.from(vertices), size: 2 } },
    };
  }

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

  /** A line cut into dashes of so many pixels at a zoom, the rhythm kept around corners. */
  function dashes(line, zoom, dash, gap) {
    const { project, unproject } = window.atlas.mercator;
    const at = line.map((point) => project(point[0], point[1], zoom));
    const pieces = [];
    let left = dash, drawing = true, piece = [line[0]];
    for (let i = 0; i + 1 < at.length; i++) {
      const [dx, dy] = [at[i + 1][0] - at[i][0], at[i + 1][1] - at[i][1]];
      const length = Math.hypot(dx, dy);
      let gone = 0;
      while (length - gone > left) {
        gone += left;
        const turn = unproject(at[i][0] + (dx * gone) / length, at[i][1] + (dy * gone) / length, zoom);
        if (drawing) pieces.push([...piece, turn]);
        drawing = !drawing;
        left = drawing ? dash : gap;
        piece = [turn];
      }
      left -= length - gone;
      if (drawing) piece.push(line[i + 1]);
    }
    if (drawing && piece.length > 1) pieces.push(piece);
    return pieces;
  }

  /** An arrowhead of so many pixels at a share of the last segment, pointing along it. */
  function arrowhead(line, zoom, size, share) {
    const { project, unproject } = window.atlas.mercator;
    const [a, b] = line.slice(-2).map((p) => project(p[0], p[1], zoom));
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    const tip = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
    const form = [[0, 0], [-1, 0.36], [-0.72, 0], [-1, -0.36], [0, 0]];
    return form.map(([along, across]) => [along * size, across * size]).map(([along, across]) =>
      unproject(tip[0] + ux * along - uy * across, tip[1] + uy * along + ux * across, zoom));
  }

  window.atlas.shapes = { paths, sentPaths, shrunkRings, dashes, arrowhead };
})();
