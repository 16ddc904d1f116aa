/* Finds the mark at a spot of the map, and answers the pointer for all layers of marks. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const NEAR_LINE = 7, LEAST = 9;

  function placer() {
    const box = atlas.find("map").getBoundingClientRect(), { view } = atlas.state;
    const [x, y] = atlas.mercator.project(view.longitude, view.latitude, view.zoom);
    const left = x - box.width / 2, top = y - box.height / 2;
    return {
      place: ([lon, lat]) => { const [a, b] = atlas.mercator.project(lon, lat, view.zoom); return [a - left, b - top]; },
      ground: (px, py) => atlas.mercator.unproject(px + left, py + top, view.zoom),
    };
  }

  function fromSegment(x, y, [ax, ay], [bx, by]) {
    const dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
    const t = length ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
    return Math.hypot(x - ax - t * dx, y - ay - t * dy);
  }

  function inside(rings, lon, lat) {
    let odd = false;
    rings.forEach((ring) => {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [xi, yi] = ring[i], [xj, yj] = ring[j];
        if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) odd = !odd;
      }
    });
    return odd;
  }

  /* The nearest symbol under the spot, the one drawn last where several are. */
  function symbolAt(held, x, y, place) {
    const { columns: c } = held, least = LEAST * atlas.sizes.crowding(held);
    for (let i = c.symbol_item.length - 1; i >= 0; i--) {
      const item = c.symbol_item[i];
      if (!held.visible[item]) continue;
      const [px, py] = place([c.symbol_lon[i], c.symbol_lat[i]]);
      const reach = Math.max(least, atlas.sizes.of(held, i));
      if (Math.hypot(px + c.symbol_dx[i] - x, py + c.symbol_dy[i] - y) <= reach) return item;
    }
    return -1;
  }

  function lineAt(held, x, y, place) {
    for (let i = held.lines.length - 1; i >= 0; i--) {
      const item = held.columns.line_item[i];
      if (!held.visible[item]) continue;
      const points = held.lines[i].map(place);
      for (let k = 0; k + 1 < points.length; k++) {
        if (fromSegment(x, y, points[k], points[k + 1]) <= NEAR_LINE) return item;
      }
    }
    return -1;
  }

  /* Small areas lie above large ones, as they are drawn; so the last is the topmost. */
  function areaAt(held, lon, lat) {
    for (let p = held.shapes.length - 1; p >= 0; p--) {
      const item = held.columns.polygon_item[p], box = held.boxes[p];
      if (!held.visible[item] || lon < box[0] || lon > box[2] || lat < box[1] || lat > box[3]) continue;
      if (inside(held.shapes[p], lon, lat)) return item;
    }
    return -1;
  }

  function find(x, y, kinds) {
    if (!atlas.state.view) return null;
    const { place, ground } = placer(), [lon, lat] = ground(x, y);
    const shown = atlas.marksShown().reverse();
    for (const kind of kinds) {
      for (const { layer, held } of shown) {
        const item = kind === "symbol" ? symbolAt(held, x, y, place)
          : kind === "line" ? lineAt(held, x, y, place) : areaAt(held, lon, lat);
        if (item >= 0) return { layer, mark: atlas.parts.said(held, item) };
      }
    }
    return null;
  }

  function show(found, info) {
    atlas.tooltip.show("marks", info, found.mark.label, [], found.mark.says);
    return true;
  }

  atlas.hits = {
    inside,
    /** Symbols and lines lie above the data: they answer first. */
    above(x, y) { return find(x, y, ["symbol", "line"]); },
    /** Areas lie beneath it: they answer where no incident does. */
    beneath(x, y) { return find(x, y, ["area"]); },

    /** Hover over a spot where the data has something (`taken`) or nothing. True if a mark answers. */
    hover(info, taken) {
      const found = this.above(info.x, info.y) || (taken ? null : this.beneath(info.x, info.y));
      if (found) return show(found, info);
      atlas.tooltip.hide("marks");
      return false;
    },

    /** The same for a click. */
    click(info, taken) {
      const found = this.above(info.x, info.y) || (taken ? null : this.beneath(info.x, info.y));
      if (!found) return false;
      atlas.pick({ layer: found.layer.id, id: found.mark.id });
      return true;
    },
  };
})();
