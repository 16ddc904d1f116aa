/* The ground: land and water on a canvas beneath the data, boundaries on one above it.

   Plain canvases, not map layers: a step of time then repaints the data alone, and on a
   machine without a GPU a canvas draws these lines some fifty times faster. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const EDGE = 85;
  const INK = {
    land: ["#f3f0e9", "#25292d"], water: ["#d9e4e8", "#14181c"], river: ["#bdd2da", "#2f424d"],
    country: ["#8d877b", "#85807a"], unit: ["#c6bfb1", "#454a50"],
  };
  let shapes = null, cut = null;

  function clamp(line) { return line.map(([lon, lat]) => [lon, Math.max(-EDGE, Math.min(EDGE, lat))]); }

  function lines(opened, name, wanted) {
    return atlas.topology.lines(opened, name)
      .filter((one) => wanted(one.properties)).map((one) => clamp(one.line));
  }

  function polygons(opened, name) {
    return atlas.topology.polygons(opened, name).map((one) => one.rings.map(clamp));
  }

  function build(topology) {
    const opened = atlas.topology.open(topology), { levels } = atlas.detail;
    const border = (rank, disputed) => lines(opened, "borders",
      (about) => about.rank === rank && Boolean(about.disputed) === disputed);
    return {
      land: levels(polygons(opened, "land"), true), lakes: levels(polygons(opened, "lakes"), true),
      rivers: [1, 2, 3].map((rank) => levels(lines(opened, "rivers", (about) => about.rank === rank))),
      country: levels(border("country", false)), unit: levels(border("unit", false)),
      disputed: levels([...border("country", true), ...border("unit", true)]),
    };
  }

  /* What this view needs, made anew when it leaves the area or the zoom that it was made for. */
  function current() {
    const zoom = Math.ceil(atlas.state.view.zoom), edges = atlas.map.edges();
    if (cut && cut.zoom === zoom && atlas.detail.covers(cut.area, edges)) return cut;
    const area = atlas.detail.around(edges);
    const origin = atlas.mercator.project(area[0], area[3], zoom);
    const path = (level, closed) => trace(level(zoom, area), origin, zoom, closed);
    cut = {
      zoom, area, origin, land: path(shapes.land, true), lakes: path(shapes.lakes, true),
      rivers: shapes.rivers.map((rivers) => path(rivers)), country: path(shapes.country),
      unit: path(shapes.unit), disputed: path(shapes.disputed),
    };
    return cut;
  }

  /* Coordinates count from the area's corner, since a canvas keeps them in single precision. */
  function trace(found, origin, zoom, closed) {
    const path = new Path2D();
    (closed ? found.flat() : found).forEach((line) => {
      line.forEach(([lon, lat], i) => {
        const [x, y] = atlas.mercator.project(lon, lat, zoom);
        if (i) path.lineTo(x - origin[0], y - origin[1]);
        else path.moveTo(x - origin[0], y - origin[1]);
      });
      if (closed) path.closePath();
    });
    return path;
  }

  /* Let the pen draw in the cut's own pixels, wherever the view stands now. */
  function aim(sheet, now) {
    const scale = Math.pow(2, atlas.state.view.zoom - now.zoom);
    const [x, y] = sheet.origin();
    const dots = sheet.dots;
    sheet.pen.setTransform(scale * dots, 0, 0, scale * dots,
      (now.origin[0] * scale - x) * dots, (now.origin[1] * scale - y) * dots);
    return scale;
  }

  function ground(sheet) {
    if (!shapes) return;
    const now = current(), { pen } = sheet, scale = aim(sheet, now), zoom = atlas.state.view.zoom;
    pen.fillStyle = sheet.ink(INK.land);
    pen.fill(now.land, "evenodd");
    pen.strokeStyle = sheet.ink(INK.river);
    now.rivers.forEach((rivers, i) => {
      if (zoom <= [0, 3.5, 5][i]) return;
      pen.lineWidth = (1.7 - i * 0.35) / scale;
      pen.stroke(rivers);
    });
    pen.fillStyle = sheet.ink(INK.water);
    pen.fill(now.lakes, "evenodd");
  }

  /* Boundaries lie over the data, thin, so that a hexagon never hides which side it is on. */
  function borders(sheet) {
    if (!shapes) return;
    const now = current(), { pen } = sheet, scale = aim(sheet, now);
    const stroke = (path, ink, width, dash) => {
      pen.strokeStyle = sheet.ink(ink);
      pen.lineWidth = width / scale;
      pen.setLineDash(dash.map((part) => part / scale));
      pen.stroke(path);
    };
    if (atlas.state.view.zoom >= 4) stroke(now.unit, INK.unit, 0.8, []);
    stroke(now.country, INK.country, 1.3, []);
    stroke(now.disputed, INK.country, 1.3, [5, 4]);
    pen.setLineDash([]);
  }

  async function get(name) {
    const answer = await fetch(atlas.boot.basemap[name]);
    if (!answer.ok) throw new Error(name);
    return answer.json();
  }

  async function load() {
    try {
      const labels = get("labels");
      shapes = build(await get("basemap"));
      atlas.emit("basemap");
      atlas.labels.take(await labels);
      atlas.emit("basemap");
    } catch (error) {
      atlas.notice(atlas.words.say("no-basemap"));
    }
  }

  atlas.basemap = { load, ground, borders };
})();
