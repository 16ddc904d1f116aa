/* Single incidents on a divided map: each picture shows those of its own window. */
(function () {
  "use strict";
  const atlas = window.atlas, { compare } = atlas;
  const METRES = 25000, AROUND = 40075016.686, DOT = 4, LEAST = 3, FULL = Math.PI * 2;

  function ink([r, g, b, a], opacity) { return `rgb(${r} ${g} ${b} / ${(a / 255) * opacity})`; }

  function quad(values, i) { return values.subarray(4 * i, 4 * i + 4); }

  /* 25 km on the ground in pixels, which grow towards the poles. */
  function reach(lat, zoom) {
    const world = 512 * 2 ** zoom;
    return Math.max(LEAST, (METRES / (AROUND * Math.cos((lat * Math.PI) / 180))) * world);
  }

  /* A side's own kinds are known here; whose source or place is its own, the server alone can tell. */
  function own(side) {
    const query = compare.own(side), kinds = query.getAll("kind");
    if ([...query.keys()].some((name) => name !== "kind")) return null;
    return (kind) => !kinds.length || kinds.includes(kind) || kinds.includes(atlas.kinds.of(kind).group);
  }

  function draw(sheet, set, ring, side, keep, opacity) {
    const { getPosition, getFilterValue, getFillColor, getLineColor } = set.attributes, { pen } = sheet;
    const [first, last] = compare.windows()[side], { zoom } = atlas.state.view, [left, top] = compare.corner();
    for (let i = 0; i < set.length; i++) {
      const lon = getPosition.value[2 * i], lat = getPosition.value[2 * i + 1];
      if (getFilterValue.value[2 * i] > last || getFilterValue.value[2 * i + 1] < first || !keep(atlas.draw.incidents.kindOf(set.rows[i]))) continue;
      const [px, py] = atlas.mercator.project(lon, lat, zoom), radius = ring ? reach(lat, zoom) : DOT, x = px - left, y = py - top;
      if (x < -radius || x > sheet.width + radius || y < -radius || y > sheet.height + radius) continue;
      pen.beginPath();
      pen.arc(x, y, radius, 0, FULL);
      if (!ring) { pen.fillStyle = ink(quad(getFillColor.value, i), opacity); pen.fill(); }
      pen.strokeStyle = ink(quad(getLineColor.value, i), opacity);
      pen.stroke();
    }
  }

  /** Paint single incidents of side a or b, where their layer is on. */
  compare.dots = function (sheet, side) {
    const layer = atlas.map.shown().find((one) => one.id === "incidents"), keep = own(side);
    const [dots, rings] = atlas.draw.incidents.sets();
    if (!layer || !keep || !dots) return;
    sheet.pen.lineWidth = 1.25;
    draw(sheet, rings, true, side, keep, layer.opacity);
    draw(sheet, dots, false, side, keep, layer.opacity);
  };

  atlas.draw.incidents.divided = () => compare.view !== "difference" && document.documentElement.hasAttribute("data-comparing");
})();
