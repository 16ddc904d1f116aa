/* An area while it is made: its corners, or a centre and a distance. */
(function () {
  "use strict";
  const atlas = window.atlas, area = (atlas.area = atlas.area || {});
  const RAD = Math.PI / 180, EARTH = 6371.0088, STEPS = 64;
  const MOST = 200, NEAREST = 0.5, FARTHEST = 1000;

  const round = (n) => +n.toFixed(4);
  const pair = (corner) => corner.map(round).join(",");
  const held = ([lon, lat]) => [Math.max(-180, Math.min(180, lon)), Math.max(-90, Math.min(90, lat))];

  /* The spot so many kilometres away; on a sphere, which is near enough while drawing. */
  function away([lon, lat], km, turn) {
    const far = km / EARTH, phi = lat * RAD;
    const north = Math.asin(Math.sin(phi) * Math.cos(far) + Math.cos(phi) * Math.sin(far) * Math.cos(turn));
    const east = Math.atan2(Math.sin(turn) * Math.sin(far) * Math.cos(phi), Math.cos(far) - Math.sin(phi) * Math.sin(north));
    return [lon + east / RAD, north / RAD];
  }

  function distance([lon, lat], [x, y]) {
    const a = Math.sin(((y - lat) * RAD) / 2) ** 2 + Math.cos(lat * RAD) * Math.cos(y * RAD) * Math.sin(((x - lon) * RAD) / 2) ** 2;
    return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(a)));
  }

  /* Edges are straight in degrees, which a long one on the map is not. */
  function dense(ring) {
    return ring.flatMap((from, i) => {
      const to = ring[(i + 1) % ring.length], pieces = Math.min(60, Math.ceil(Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])) / 0.25)) || 1;
      return Array.from({ length: pieces }, (_, k) => [from[0] + ((to[0] - from[0]) * k) / pieces, from[1] + ((to[1] - from[1]) * k) / pieces]);
    });
  }

  /** An outline; `given` are rings of corners. New corners follow `after`. */
  function polygon(given) {
    const parts = given.map((ring) => ring.map((corner) => corner.slice()));
    const spots = () => parts.flatMap((ring, r) => ring.map((_, i) => [r, i]));
    return {
      manner: "polygon",
      rings: () => parts.map(dense),
      corners: () => parts.flat(),
      /** The middle of each edge, and the corner that one put there would follow. */
      between: () => (parts.flat().length < MOST ? spots().map(([r, i], n) => {
        const ring = parts[r], next = ring[(i + 1) % ring.length];
        return { after: n, at: [(ring[i][0] + next[0]) / 2, (ring[i][1] + next[1]) / 2] };
      }).filter((_, n) => parts[spots()[n][0]].length > 1) : []),
      /** Add a corner after another, or as the last; returns where it stands, -1 where there are too many. */
      add(corner, after) {
        if (parts.flat().length >= MOST) return -1;
        const [r, i] = after >= 0 ? spots()[after] : [parts.length - 1, parts[parts.length - 1].length - 1];
        parts[r].splice(i + 1, 0, held(corner));
        return spots().findIndex(([ring, at]) => ring === r && at === i + 1);
      },
      move(n, corner) { const [r, i] = spots()[n]; parts[r][i] = held(corner); },
      remove(n) {
        const [r, i] = spots()[n];
        parts[r].splice(i, 1);
        if (!parts[r].length && parts.length > 1) parts.splice(r, 1);
      },
      ready: () => parts.every((ring) => ring.length >= 3),
      text: () => "polygon:" + parts.map((ring) => ring.map(pair).join("_")).join("*"),
    };
  }

  /** A circle; without a centre until the first spot is given. */
  function circle(centre, km) {
    let at = centre, far = km;
    const clamp = (n) => Math.max(NEAREST, Math.min(FARTHEST, n));
    return {
      manner: "circle",
      rings: () => (at ? [Array.from({ length: STEPS }, (_, i) => away(at, far, (i * 2 * Math.PI) / STEPS))] : []),
      corners: () => (at ? [at, away(at, far, Math.PI / 2)] : []),
      between: () => [],
      /** The first spot is the centre, the next one says how far. */
      add(spot) {
        if (at) { far = clamp(distance(at, spot)); return 1; }
        at = held(spot);
        return 0;
      },
      move(n, spot) { if (n) far = clamp(distance(at, spot)); else at = held(spot); },
      remove() { at = null; },
      km: () => far,
      widen(value) { far = clamp(value); },
      ready: () => Boolean(at),
      text: () => `circle:${pair(at)},${+far.toFixed(2)}`,
    };
  }

  /** Read an area as a link writes it. */
  function read(text) {
    const [manner, rest] = text.split(/:(.*)/s);
    if (manner === "circle") { const [lon, lat, km] = rest.split(",").map(Number); return circle([lon, lat], km); }
    return polygon(rest.split("*").map((ring) => ring.split("_").map((corner) => corner.split(",").map(Number))));
  }

  area.drafts = { polygon: () => polygon([[]]), circle: () => circle(null, 25), read, MOST };
})();
