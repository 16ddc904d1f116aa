/* A small map of the incidents with doubts: coasts, borders, a few names, and the points. */
(function () {
  "use strict";
  const { upload, topology, mercator } = window.atlas;
  const WIDTH = 640, HEIGHT = 420, SPACE = 1.35, CLOSEST = 5.5, NAMES = 14;
  const SVG = "http://www.w3.org/2000/svg";
  let ground = null;

  function draw(tag, attributes, ...children) {
    const made = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
  }

  async function fetched() {
    const get = async (name) => (await fetch(upload.told.basemap[name])).json();
    ground = ground || Promise.all([get("basemap"), get("labels")]).then(([shapes, labels]) => {
      const opened = topology.open(shapes);
      return { land: topology.polygons(opened, "land"), lakes: topology.polygons(opened, "lakes"),
        borders: topology.lines(opened, "borders"), labels };
    });
    return ground;
  }

  /* The zoom and the corner at which all points are in sight. */
  function frame(points) {
    const at = points.map(({ lon, lat }) => mercator.project(lon, lat, 0));
    const [xs, ys] = [at.map(([x]) => x), at.map(([, y]) => y)];
    const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const zoom = Math.min(CLOSEST, Math.log2(Math.min(
      WIDTH / Math.max(1e-6, (east - west) * SPACE), HEIGHT / Math.max(1e-6, (south - north) * SPACE))));
    const scale = 2 ** zoom, x = (west + east) / 2 * scale - WIDTH / 2, y = (north + south) / 2 * scale - HEIGHT / 2;
    return { zoom, place: (lon, lat) => {
      const [px, py] = mercator.project(lon, lat, zoom);
      return [px - x, py - y];
    } };
  }

  /* A line as a path, null where none of it is in sight. */
  function path(line, place, closed) {
    const at = line.map(([lon, lat]) => place(lon, Math.max(-85, Math.min(85, lat))));
    const xs = at.map(([x]) => x), ys = at.map(([, y]) => y);
    if (Math.max(...xs) < 0 || Math.min(...xs) > WIDTH || Math.max(...ys) < 0 || Math.min(...ys) > HEIGHT) return "";
    return at.map(([x, y], i) => (i ? "L" : "M") + x.toFixed(1) + " " + y.toFixed(1)).join("") + (closed ? "Z" : "");
  }

  const areas = (shapes, place) => shapes.flatMap(({ rings }) => rings.map((ring) => path(ring, place, true))).join("");

  function names({ labels }, { zoom, place }) {
    const at = Object.fromEntries(labels.fields.map((field, i) => [field, i])), taken = [];
    const wanted = labels.labels.filter((row) => ["country", "town"].includes(labels.kinds[row[at.kind]])
      && row[at.min_zoom] <= zoom + 0.5).sort((a, b) => a[at.rank] - b[at.rank]);
    return wanted.flatMap((row) => {
      const [x, y] = place(row[at.lon], row[at.lat]);
      const name = (upload.told.lang === "fr" && row[at.name_fr]) || row[at.name_en];
      const half = name.length * 3.6;
      const inside = x > half && x < WIDTH - half && y > 12 && y < HEIGHT - 8;
      if (!inside || taken.length >= NAMES || taken.some(([a, b, c]) => Math.abs(a - x) < half + c && Math.abs(b - y) < 15)) return [];
      taken.push([x, y, half]);
      return [draw("text", { x, y: y - 10, class: labels.kinds[row[at.kind]] }, name)];
    });
  }

  function marks(points, { place }, act) {
    return points.map((point) => {
      const [cx, cy] = place(point.lon, point.lat);
      const dot = draw("circle", { cx, cy, r: 6, "data-point": point.index }, draw("title", {}, point.title));
      dot.addEventListener("click", () => act(point.index));
      return dot;
    });
  }

  upload.map = {
    /** A map of points {lon, lat, index, title}; a click on one calls `act(index)`. */
    view(points, act) {
      const holder = draw("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "doubts-map", role: "img",
        "aria-label": upload.say("map-label") });
      const view = frame(points);
      holder.append(...marks(points, view, act));
      fetched().then((found) => {
        const border = (rank, disputed) => found.borders.filter(({ properties }) => properties.rank === rank
          && Boolean(properties.disputed) === disputed).map(({ line }) => path(line, view.place)).join("");
        holder.prepend(
          draw("path", { d: areas(found.land, view.place), class: "land" }),
          draw("path", { d: areas(found.lakes, view.place), class: "lake" }),
          draw("path", { d: view.zoom < 4 ? "" : border("unit", false), class: "border unit" }),
          draw("path", { d: border("country", false), class: "border" }),
          draw("path", { d: border("country", true), class: "border disputed" }), ...names(found, view));
      }).catch(() => { /* without the ground, the points still stand */ });
      return holder;
    },

    /** Mark one point, so that a row of the table is found on the map. */
    pick(index) {
      document.querySelectorAll("[data-point]").forEach((dot) => dot.classList.toggle("picked", dot.dataset.point === String(index)));
      const dot = document.querySelector(".doubts-map .picked");
      if (dot) dot.parentNode.append(dot);
    },
  };
})();
