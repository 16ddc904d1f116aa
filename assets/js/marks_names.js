/* Names of marks: written where they fit, the most important first. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const SIZE = 11.5, TALL = 15;
  const PLAIN = ["#2b2926", "#e9e5dc"]; // over a filling, whose own colour may be pale

  /* Where a mark's name stands: over an area, beside a symbol, near the start of a line. */
  function anchors(held) {
    if (held.anchors) return held.anchors;
    const { columns: c } = held;
    held.anchors = held.items.map((_, i) => ({ lon: c.at_lon[i], lat: c.at_lat[i], dx: 0, dy: 0 }));
    c.symbol_item.forEach((item, i) => Object.assign(held.anchors[item], { dx: c.symbol_dx[i], dy: c.symbol_dy[i] }));
    return held.anchors;
  }

  function box(one, place, label) {
    const [x, y] = place(one), wide = label.length * SIZE * 0.54;
    return { west: x + one.dx - (one.align === "center" ? wide / 2 : 0), east: x + one.dx + (one.align === "center" ? wide / 2 : wide), north: y + one.dy - TALL / 2, south: y + one.dy + TALL / 2 };
  }

  function meets(a, b) { return a.west < b.east && b.west < a.east && a.north < b.south && b.north < a.south; }

  atlas.marksNames = function (held, layer) {
    const { view } = atlas.state, [west, south, east, north] = atlas.map.edges();
    const place = (one) => atlas.mercator.project(one.lon, one.lat, view.zoom);
    const spots = anchors(held), taken = [], chosen = [];
    held.items.map((mark, i) => ({ mark, i })).filter(({ mark, i }) => mark.named && held.visible[i])
      .sort((a, b) => a.mark.rank - b.mark.rank).forEach(({ i }) => {
        const spot = spots[i];
        if (spot.lon < west || spot.lon > east || spot.lat < south || spot.lat > north) return;
        const style = held.styles[held.keys[i]], mark = atlas.parts.said(held, i);
        const symbol = style.form === "symbol" || style.form === "dot", filled = style.form === "fill";
        const one = { ...spot, dx: spot.dx + (symbol ? (atlas.parts.radius(held, i) || style.radius) + 5 : 0), dy: spot.dy + (symbol ? 0 : filled ? -TALL : -9), align: symbol ? "start" : "center" };
        const own = box(one, place, mark.label);
        if (taken.some((other) => meets(own, other))) return;
        taken.push(own);
        chosen.push({ ...one, text: mark.label, colour: filled ? PLAIN : style.colours, size: SIZE, weight: 600 });
      });
    return chosen;
  };
})();
