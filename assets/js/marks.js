/* Layers of marks: areas, lines and symbols that come once and follow the clock here.

   One holder a layer: what came, which marks the window holds, how many of each entry of
   the legend. `marks_paint.js` draws them on canvases, `marks_hit.js` finds them. */
(function () {
  "use strict";
  const atlas = window.atlas;

  /* Rows of a column table by the item that they belong to. */
  function byItem(owners, items) {
    const rows = Array.from({ length: items }, () => []);
    owners.forEach((item, row) => rows[item].push(row));
    return rows;
  }

  function lineOf(vertices, starts, i) {
    const line = [];
    for (let v = starts[i]; v < starts[i + 1]; v++) line.push([vertices[2 * v], vertices[2 * v + 1]]);
    return line;
  }

  /* Polygons as lists of rings, each with its item. */
  function polygons(c) {
    const shapes = Array.from({ length: c.polygon_item.length }, () => []);
    c.ring_polygon.forEach((polygon, ring) => shapes[polygon].push(lineOf(c.ring_vertices, c.ring_starts, ring)));
    return shapes;
  }

  function boxOf(rings) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    rings[0].forEach(([lon, lat]) => {
      box[0] = Math.min(box[0], lon); box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lon); box[3] = Math.max(box[3], lat);
    });
    return box;
  }

  function open(answer) {
    const c = answer.columns, items = answer.meta.items, shapes = polygons(c), order = Object.keys(answer.meta.styles);
    const keys = Array.from(c.style, (style) => order[style] || null);
    return {
      items, styles: { ...answer.meta.styles }, columns: c,
      keys, counted: atlas.parts.open(c, items, keys),
      shapes, boxes: shapes.map(boxOf), detail: atlas.detail.each(shapes),
      polygonsOf: byItem(c.polygon_item, items.length),
      lines: Array.from(c.line_item, (_, i) => lineOf(c.line_vertices, c.line_starts, i)),
      visible: new Uint8Array(items.length), shown: 0, window: null,
    };
  }

  /* Which marks the window holds; true where that has changed. */
  function follow(held, days) {
    if (held.window && held.window[0] === days[0] && held.window[1] === days[1]) return false;
    held.window = days.slice();
    const { start, end } = held.columns, { counted } = held;
    let changed = counted ? atlas.parts.count(counted, days) : false, shown = 0;
    for (let i = 0; i < start.length; i++) {
      const there = start[i] <= days[1] && end[i] >= days[0];
      const now = there && (!counted || !counted.has[i] || counted.values[i] > 0) ? 1 : 0;
      if (now !== held.visible[i]) { held.visible[i] = now; changed = true; }
      shown += now;
    }
    held.shown = shown;
    return changed;
  }

  function tallied(held) {
    const found = {};
    Object.keys(held.styles).forEach((key) => { found[key] = 0; });
    held.keys.forEach((key, i) => { if (held.visible[i] && key) found[key]++; });
    return found;
  }

  atlas.marks = function (id) {
    let held = null;

    function query() {
      const layer = atlas.boot.layers.find((one) => one.id === id);
      return [layer.follows ? atlas.state.selection : "", "lang=" + atlas.boot.lang,
        layer.gridded ? "res=" + atlas.map.resolution() : "", atlas.options.query(id)].filter(Boolean).join("&");
    }

    return {
      async load() {
        const wanted = query(), answer = await atlas.data.get(id, wanted);
        if (!answer || wanted !== query()) return false;
        held = open(answer);
        if (atlas.state.window) follow(held, atlas.state.window);
        return true;
      },
      /** What is held, for painting and finding; null before all that it needs came. */
      held() { return held && held.counted ? atlas.parts.dress(held, atlas.legend.of(id)) : held; },
      specs() { return []; },
      moved() { return held && atlas.state.window ? follow(held, atlas.state.window) : false; },
      tally() { return this.held() ? tallied(held) : null; },
      names(layer) { return this.held() && atlas.state.view ? atlas.marksNames(held, layer) : []; },
      outlineOf(picked) {
        const now = atlas.state.layers[id].on && this.held();
        const item = now ? now.items.findIndex((one) => one.id === picked.id) : -1;
        return item < 0 ? null : atlas.outline.ofMark(now, item);
      },
    };
  };

  const LETTERED = 5.5; // pixels of radius from which a symbol carries its letter

  /** Boxes of the lettered symbols in view, in world pixels; none where they are too many to give way to. */
  atlas.marksSpots = function (most) {
    const { zoom } = atlas.state.view, [west, south, east, north] = atlas.map.edges(), spots = [];
    for (const { held } of atlas.marksShown()) {
      const { symbol_item: owner, symbol_lon: lon, symbol_lat: lat, symbol_dx: dx, symbol_dy: dy } = held.columns;
      for (let i = 0; i < owner.length; i++) {
        if (!held.visible[owner[i]] || lon[i] < west || lon[i] > east || lat[i] < south || lat[i] > north) continue;
        const [x, y] = atlas.mercator.project(lon[i], lat[i], zoom), reach = atlas.sizes.of(held, i);
        if (reach < LETTERED) continue;
        spots.push({ west: x + dx[i] - reach, east: x + dx[i] + reach, north: y + dy[i] - reach, south: y + dy[i] + reach });
        if (spots.length > most) return [];
      }
    }
    return spots;
  };

  /** Layers of marks that are on, lowest first, each with what it holds. */
  atlas.marksShown = function () {
    return atlas.map.shown().filter((layer) => layer.draw === "marks")
      .map((layer) => ({ layer, held: atlas.drawing(layer).held() })).filter((one) => one.held);
  };

  atlas.draw.marks = atlas.marks;
})();
