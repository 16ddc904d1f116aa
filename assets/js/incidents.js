/* Draws single incidents, each as exact as its place is known: a dot, or a ring of 25 km; hollow
   dots and pale rings where the date is coarse. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const RING_METRES = 25000;
  const FOREVER = 1e6;
  const held = { sets: null, theme: null, meta: null };

  async function load() {
    const wanted = atlas.state.selection;
    const answer = await atlas.data.get("incidents", wanted);
    if (!answer || wanted !== atlas.state.selection) return false;
    held.meta = answer.meta;
    held.answer = answer;
    held.theme = null;
    return true;
  }

  /* Two sets, since a dot and a ring are drawn differently: precision 1, and 2. */
  function arrange() {
    if (held.theme === atlas.state.theme) return;
    held.theme = atlas.state.theme;
    held.sets = [1, 2].map((precision) => gather(held.answer.columns, precision));
  }

  function gather(columns, precision) {
    const rows = [];
    columns.precision.forEach((value, i) => { if (value === precision) rows.push(i); });
    const place = new Float64Array(rows.length * 2), time = new Float32Array(rows.length * 2);
    const colour = new Uint8Array(rows.length * 4), edge = new Uint8Array(rows.length * 4);
    const [halo, paper] = atlas.state.theme === "dark" ? [[20, 22, 25, 220], [20, 22, 25, 255]] : [[255, 255, 255, 230], [255, 255, 255, 255]];
    rows.forEach((row, i) => {
      const tint = atlas.tint(atlas.kinds.of(held.meta.kinds[columns.kind[row]]).colours, 235), coarse = columns.coarse[row];
      colour.set(coarse ? paper : tint, 4 * i);
      edge.set(precision === 2 ? [...tint.slice(0, 3), coarse ? 110 : 235] : coarse ? tint : halo, 4 * i);
      place[2 * i] = columns.lon[row]; place[2 * i + 1] = columns.lat[row];
      time[2 * i] = columns.start[row]; time[2 * i + 1] = columns.end[row];
    });
    return { rows, length: rows.length, attributes: {
      getPosition: { value: place, size: 2 }, getFilterValue: { value: time, size: 2 },
      getFillColor: { value: colour, size: 4, normalized: true },
      getLineColor: { value: edge, size: 4, normalized: true } } };
  }

  function shared(layer, set) {
    const [first, last] = atlas.state.window;
    return {
      "@@type": "ScatterplotLayer", data: set, opacity: layer.opacity, pickable: true,
      extensions: [{ "@@type": "DataFilterExtension", filterSize: 2 }],
      filterRange: [[-FOREVER, last], [first, FOREVER]],
      onHover: (info) => hover(info, set), onClick: (info) => click(info, set),
    };
  }

  function specs(layer) {
    if (!held.answer || !atlas.state.window || atlas.draw.incidents.divided()) return [];
    arrange();
    const [dots, rings] = held.sets;
    return [
      { ...shared(layer, rings), id: layer.id + "-rings", filled: false, stroked: true,
        getRadius: RING_METRES, radiusUnits: "meters", lineWidthUnits: "pixels", getLineWidth: 1.25,
        radiusMinPixels: 3 },
      { ...shared(layer, dots), id: layer.id + "-dots", filled: true, stroked: true, getRadius: 4,
        radiusUnits: "pixels", lineWidthUnits: "pixels", getLineWidth: 1.25 },
    ];
  }

  /* Close up, each dot carries its family's letter, since colour alone says nothing to some. */
  function names() {
    if (!held.answer || atlas.state.view.zoom < 8 || atlas.clock.busy()) return [];
    const { columns } = held.answer, [first, last] = atlas.state.window;
    const [west, south, east, north] = atlas.map.edges();
    return (held.sets ? held.sets[0].rows : []).filter((row) => columns.start[row] <= last && columns.end[row] >= first
      && columns.lon[row] > west && columns.lon[row] < east && columns.lat[row] > south && columns.lat[row] < north)
      .slice(0, 400).map((row) => ({
        lon: columns.lon[row], lat: columns.lat[row], dy: -10, size: 10.5, weight: 700,
        text: atlas.kinds.of(held.meta.kinds[columns.kind[row]]).letter, colour: ["#1d1f22", "#f1efe9"] }));
  }

  /** Points in the window by precision and family, and incidents that have no point. */
  function tally() {
    if (!held.answer) return null;
    const { kind, precision, start, end, coarse } = held.answer.columns, [first, last] = atlas.state.window;
    const found = { "precision-1": 0, "precision-2": 0, coarse: 0 };
    const families = held.meta.kinds.map((id) => "family-" + atlas.kinds.of(id).group);
    families.forEach((family) => { found[family] = 0; });
    for (let i = 0; i < kind.length; i++) {
      if (start[i] > last || end[i] < first) continue;
      found["precision-" + precision[i]]++;
      found.coarse += coarse[i];
      found[families[kind[i]]]++;
    }
    const drawn = found["precision-1"] + found["precision-2"], sum = atlas.counts.now();
    if (sum && held.meta.all) found.apart = sum.placed + sum.apart - drawn;
    return found;
  }

  function row(info, set) { return info.index >= 0 ? set.rows[info.index] : -1; }

  function hover(info, set) {
    const at = row(info, set);
    if (atlas.hits.hover(info, at >= 0)) return true;
    if (at < 0) { atlas.tooltip.hide("incidents"); return false; }
    const { columns } = held.answer;
    const kind = held.meta.kinds[columns.kind[at]];
    atlas.tooltip.show("incidents", info, atlas.words.span(columns.start[at], columns.end[at]),
      [{ kind, count: null }], [atlas.words.say("precision-" + columns.precision[at]),
        columns.coarse[at] ? atlas.words.say("coarse-date") : ""].filter(Boolean).join(" · "));
    return true;
  }

  function boxAt(row) {
    const { lon, lat } = held.answer.columns;
    return [lon[row], lat[row], lon[row], lat[row]];
  }

  function click(info, set) {
    const at = row(info, set);
    if (atlas.hits.click(info, at >= 0)) return true;
    if (at < 0) return false;
    atlas.pick({ layer: "incidents", id: held.meta.ids[at], box: boxAt(at) });
    return true;
  }

  /** Answer for a spot as the pointer would be answered, with the nearest point so close. */
  function touch(spot, clicked) {
    const reach = 9, { lon, lat, start, end } = held.answer ? held.answer.columns : { lon: [] };
    const { view } = atlas.state, [first, last] = atlas.state.window;
    const [x, y] = atlas.mercator.project(spot.lon, spot.lat, view.zoom);
    let best = { far: reach, index: -1, set: null };
    (held.sets || []).forEach((set) => set.rows.forEach((row, index) => {
      if (start[row] > last || end[row] < first) return;
      const [px, py] = atlas.mercator.project(lon[row], lat[row], view.zoom);
      const far = Math.hypot(px - x, py - y);
      if (far <= best.far) best = { far, index, set };
    }));
    if (best.index < 0) return false;
    return clicked ? click({ ...spot, index: best.index }, best.set) : hover({ ...spot, index: best.index }, best.set);
  }

  atlas.draw.incidents = { load, specs, names, tally, touch, timed: true, moved() {}, outlineOf() { return null; },
    /** Whether two pictures show them, each in a window of its own: a comparison paints them then. */
    divided() { return false; },
    /** Dots and rings as they are drawn: rows, and their places, times and colours. */
    sets() { if (held.answer) arrange(); return held.sets || []; },
    kindOf(row) { return held.meta.kinds[held.answer.columns.kind[row]]; },
  };
})();
