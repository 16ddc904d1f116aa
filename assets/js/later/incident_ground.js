/* The ground of a small map on a canvas: land, water, borders and names at a view. */
(function () {
  "use strict";
  const atlas = window.atlas, { mercator, topology } = atlas;
  const EDGE = 85, NEAR = 0.8, MOST = 24;
  const INK = {
    land: ["#f3f0e9", "#25292d"], water: ["#d9e4e8", "#14181c"], country: ["#8d877b", "#85807a"],
    unit: ["#c6bfb1", "#454a50"], name: ["#4d4a44", "#d3cfc5"], halo: ["#fbfaf7", "#16191d"],
  };
  const ink = (name) => INK[name][atlas.state.theme === "dark" ? 1 : 0];

  function bounds(line) {
    const lons = line.map(([lon]) => lon), lats = line.map(([, lat]) => lat);
    const least = (values) => values.reduce((a, b) => Math.min(a, b)), most = (values) => values.reduce((a, b) => Math.max(a, b));
    return [least(lons), least(lats), most(lons), most(lats)];
  }

  const held = (line) => ({ line, box: bounds(line) });

  async function fetched(addresses) {
    const get = async (name) => (await fetch(addresses[name])).json();
    const [shapes, labels] = await Promise.all([get("basemap"), get("labels")]);
    const opened = topology.open(shapes);
    const rings = (name) => topology.polygons(opened, name).flatMap((one) => one.rings).map(held);
    const borders = (rank, disputed) => topology.lines(opened, "borders").filter(
      ({ properties }) => properties.rank === rank && Boolean(properties.disputed) === disputed).map(({ line }) => held(line));
    return {
      land: rings("land"), lakes: rings("lakes"), country: borders("country", false), unit: borders("unit", false),
      disputed: [...borders("country", true), ...borders("unit", true)], labels,
    };
  }

  /* Lines in sight as one path; corners nearer to the last than a pixel are passed over. */
  function path(shapes, view, closed) {
    const [west, south, east, north] = view.edges, made = new Path2D();
    shapes.forEach(({ line, box }) => {
      if (box[2] < west || box[0] > east || box[3] < south || box[1] > north) return;
      let last = null;
      line.forEach(([lon, lat], i) => {
        const at = view.place(lon, Math.max(-EDGE, Math.min(EDGE, lat)));
        if (last && i < line.length - 1 && Math.abs(at[0] - last[0]) < NEAR && Math.abs(at[1] - last[1]) < NEAR) return;
        if (last) made.lineTo(...at); else made.moveTo(...at);
        last = at;
      });
      if (closed) made.closePath();
    });
    return made;
  }

  function names(pen, { labels }, view, lang) {
    const at = Object.fromEntries(labels.fields.map((field, i) => [field, i])), taken = [];
    const font = getComputedStyle(document.body).fontFamily;
    pen.textAlign = "center";
    pen.lineJoin = "round";
    labels.labels.filter((row) => labels.kinds[row[at.kind]] !== "river" && row[at.min_zoom] <= view.zoom + 0.5)
      .sort((a, b) => a[at.rank] - b[at.rank]).forEach((row) => {
        const kind = labels.kinds[row[at.kind]], [x, y] = view.place(row[at.lon], row[at.lat]);
        if (x < 0 || y < 0 || x > view.width || y > view.height || taken.length >= MOST) return;
        const name = (lang === "fr" && row[at.name_fr]) || row[at.name_en];
        pen.font = `${kind === "country" ? 650 : 400} 11.5px ${font}`;
        const half = pen.measureText(name).width / 2 + 4;
        if (taken.some(([a, b, c]) => Math.abs(a - x) < half + c && Math.abs(b - y) < 15)) return;
        taken.push([x, y, half]);
        pen.lineWidth = 3;
        pen.strokeStyle = ink("halo");
        pen.fillStyle = ink("name");
        const lift = kind === "town" ? -7 : 4;
        if (kind === "town") { pen.beginPath(); pen.arc(x, y, 2, 0, 7); pen.fill(); }
        pen.strokeText(name, x, y + lift);
        pen.fillText(name, x, y + lift);
      });
  }

  /** Draw what has been fetched; `view` has place(lon, lat), edges, zoom, width and height. */
  function draw(pen, shapes, view, lang) {
    pen.fillStyle = ink("water");
    pen.fillRect(0, 0, view.width, view.height);
    if (!shapes) return;
    const stroke = (name, lines, width, dash) => {
      pen.strokeStyle = ink(name);
      pen.lineWidth = width;
      pen.setLineDash(dash);
      pen.stroke(path(lines, view));
      pen.setLineDash([]);
    };
    pen.fillStyle = ink("land");
    pen.fill(path(shapes.land, view, true), "evenodd");
    pen.fillStyle = ink("water");
    pen.fill(path(shapes.lakes, view, true), "evenodd");
    if (view.zoom >= 4) stroke("unit", shapes.unit, 0.8, []);
    stroke("country", shapes.country, 1.2, []);
    stroke("country", shapes.disputed, 1.2, [5, 4]);
    names(pen, shapes, view, lang);
  }

  atlas.ground = { fetched, draw };
})();
