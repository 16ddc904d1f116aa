/* What of the map can be seen, going to a place there, and the outline of what is picked. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const EDGE = 60, CLOSE = 9, ROUND = 32, PIXELS = 13;

  /* Pixels of the map, and how many of them the panel over its lower half covers. */
  function size() {
    const box = atlas.find("map").getBoundingClientRect(), panel = atlas.find("table-panel").getBoundingClientRect();
    const covered = atlas.state.table.open && panel.height ? Math.max(0, box.bottom - panel.top) : 0;
    return { width: box.width, height: Math.max(1, box.height - covered), covered };
  }

  function centre() {
    const { view } = atlas.state;
    return atlas.mercator.project(view.longitude, view.latitude, view.zoom);
  }

  /** West, south, east, north of the part of the map that nothing covers. */
  atlas.map.seen = function () {
    const { width, height, covered } = size(), { zoom } = atlas.state.view, [x, y] = centre();
    const top = y - (height + covered) / 2;
    const [west, north] = atlas.mercator.unproject(x - width / 2, top, zoom);
    const [east, south] = atlas.mercator.unproject(x + width / 2, top + height, zoom);
    return [west, south, east, north];
  };

  /* The zoom at which a box fits; a point is shown from near enough to tell what is around it. */
  function fitting([west, south, east, north], { width, height }) {
    const [left, top] = atlas.mercator.project(west, north, 0), [right, bottom] = atlas.mercator.project(east, south, 0);
    const across = Math.max(1, width - EDGE) / Math.max(1e-9, right - left);
    const down = Math.max(1, height - EDGE) / Math.max(1e-9, bottom - top);
    return Math.min(Math.log2(Math.min(across, down)), CLOSE);
  }

  /** Bring a box into sight; the map stays where it is if all of the box is there already. */
  atlas.map.reach = function (box) {
    const seen = this.seen();
    if (box[0] > seen[0] && box[1] > seen[1] && box[2] < seen[2] && box[3] < seen[3]) return;
    const room = size(), fits = fitting(box, room), point = box[0] === box[2] && box[1] === box[3];
    const zoom = Math.max(2, point ? atlas.state.view.zoom : Math.min(fits, atlas.state.view.zoom));
    const [left, top] = atlas.mercator.project(box[0], box[3], zoom), [right, bottom] = atlas.mercator.project(box[2], box[1], zoom);
    const [longitude, latitude] = atlas.mercator.unproject((left + right) / 2, (top + bottom) / 2 + room.covered / 2, zoom);
    this.look({ longitude, latitude, zoom });
  };

  /** A circle of a few pixels around a point, as a ring of degrees. */
  function circle(lon, lat, dx, dy, pixels) {
    const { zoom } = atlas.state.view, [x, y] = atlas.mercator.project(lon, lat, zoom);
    return Array.from({ length: ROUND + 1 }, (_, i) => {
      const turn = (i / ROUND) * 2 * Math.PI;
      return atlas.mercator.unproject(x + dx + pixels * Math.cos(turn), y + dy + pixels * Math.sin(turn), zoom);
    });
  }

  /** The outline of a mark: around its symbol, along its line, or the edge of its largest area. */
  function ofMark(held, item) {
    const { symbol_item: owner, symbol_lon: lon, symbol_lat: lat, symbol_dx: dx, symbol_dy: dy, line_item: lines } = held.columns;
    const symbol = owner.indexOf(item);
    if (symbol >= 0) return circle(lon[symbol], lat[symbol], dx[symbol], dy[symbol], atlas.sizes.of(held, symbol) + 4);
    const line = lines.indexOf(item);
    if (line >= 0) return held.lines[line];
    const rings = held.polygonsOf[item].map((polygon) => held.shapes[polygon][0]);
    return rings.sort((a, b) => b.length - a.length)[0] || null;
  }

  atlas.outline = {
    ofMark,
    /** Where a picked row says that it is, for what no drawing outlines: around a point, or the
        box of the unit that is all that is known. */
    ofPlace({ box }) {
      if (!box) return null;
      const [west, south, east, north] = box;
      if (west === east && south === north) return circle(west, south, 0, 0, PIXELS);
      return [[west, south], [east, south], [east, north], [west, north], [west, south]];
    },
  };
})();
