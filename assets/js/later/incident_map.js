/* A small map that places one point: by a click, or by the arrow keys. */
(function () {
  "use strict";
  const atlas = window.atlas, { incident, mercator, ground } = atlas;
  const STEP = 10, SMALL = 1, CLICK = 4, LEAST = 1.5, MOST = 13, RIM = 0.14, KM = 25000;
  const MARK = ["#17606a", "#7cc4c9"];
  let view = null, shapes = null, mark = null, shown = { precision: 2, outline: [] }, canvas, act, due = 0;

  function geometry() {
    const { width, height } = canvas.getBoundingClientRect();
    const [x, y] = mercator.project(view.longitude, view.latitude, view.zoom);
    return {
      width, height, zoom: view.zoom, edges: mercator.edges(view, width, height),
      place: (lon, lat) => {
        const [px, py] = mercator.project(lon, lat, view.zoom);
        return [px - x + width / 2, py - y + height / 2];
      },
      at: (px, py) => mercator.unproject(x + px - width / 2, y + py - height / 2, view.zoom),
    };
  }

  function draw() {
    due = 0;
    const now = geometry(), dots = window.devicePixelRatio || 1, pen = canvas.getContext("2d");
    if (!now.width) return;
    canvas.width = Math.round(now.width * dots);
    canvas.height = Math.round(now.height * dots);
    pen.setTransform(dots, 0, 0, dots, 0, 0);
    ground.draw(pen, shapes, now, incident.told.lang);
    if (mark) drawMark(pen, now);
  }

  function repaint() { if (!due) due = requestAnimationFrame(draw); }

  /* What the precision leaves open: a circle, or the outline of a unit or a country. */
  function drawExtent(pen, now, [x, y]) {
    pen.beginPath();
    if (shown.precision === 2) pen.arc(x, y, KM / mercator.metres(mark.lat, view.zoom), 0, 7);
    else shown.outline.forEach((ring) => ring.forEach(([lon, lat], i) => {
      const at = now.place(lon, lat);
      if (i) pen.lineTo(...at); else pen.moveTo(...at);
    }));
    pen.globalAlpha = 0.14;
    pen.fill();
    pen.globalAlpha = 1;
    pen.lineWidth = 2;
    pen.setLineDash([7, 4]);
    pen.stroke();
    pen.setLineDash([]);
  }

  function drawMark(pen, now) {
    const at = now.place(mark.lon, mark.lat), colour = MARK[atlas.state.theme === "dark" ? 1 : 0];
    pen.fillStyle = pen.strokeStyle = colour;
    drawExtent(pen, now, at);
    const cross = (width, ink) => {
      pen.lineWidth = width;
      pen.strokeStyle = ink;
      pen.beginPath();
      pen.arc(...at, 7, 0, 7);
      [[-13, 0, -3, 0], [13, 0, 3, 0], [0, -13, 0, -3], [0, 13, 0, 3]].forEach(([a, b, c, d]) => {
        pen.moveTo(at[0] + a, at[1] + b);
        pen.lineTo(at[0] + c, at[1] + d);
      });
      pen.stroke();
    };
    cross(5, atlas.state.theme === "dark" ? "#16191d" : "#ffffff");
    cross(2.5, colour);
  }

  function place(lon, lat) {
    const digits = view.zoom > 9 ? 4 : 3;
    act(Math.max(-90, Math.min(90, lat)).toFixed(digits), ((lon + 540) % 360 - 180).toFixed(digits));
  }

  /* A point near the edge, or out of sight, comes to the middle. */
  function follow() {
    const now = geometry(), [x, y] = now.place(mark.lon, mark.lat);
    const inside = (value, size) => value > size * RIM && value < size * (1 - RIM);
    if (!inside(x, now.width) || !inside(y, now.height)) Object.assign(view, { longitude: mark.lon, latitude: mark.lat });
  }

  function zoom(by) {
    view.zoom = Math.max(LEAST, Math.min(MOST, view.zoom + by));
    if (mark) follow();
    repaint();
  }

  function keys(event) {
    const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "=") zoom(1);
    else if (event.key === "-") zoom(-1);
    else if (event.key === "Enter" || event.key === " ") place(view.longitude, view.latitude);
    else if (moves) {
      const now = geometry(), step = event.shiftKey ? SMALL : STEP;
      const [x, y] = mark ? now.place(mark.lon, mark.lat) : [now.width / 2, now.height / 2];
      place(...now.at(x + moves[0] * step, y + moves[1] * step));
    } else return;
    event.preventDefault();
  }

  function pointer() {
    let from = null;
    canvas.addEventListener("pointerdown", (event) => { from = { x: event.clientX, y: event.clientY, moved: false, ...view }; });
    canvas.addEventListener("pointermove", (event) => {
      if (!from || !event.buttons) return;
      const dx = event.clientX - from.x, dy = event.clientY - from.y;
      if (!from.moved && Math.hypot(dx, dy) < CLICK) return;
      if (!from.moved) canvas.setPointerCapture(event.pointerId);
      from.moved = true;
      const [x, y] = mercator.project(from.longitude, from.latitude, view.zoom);
      const [longitude, latitude] = mercator.unproject(x - dx, y - dy, view.zoom);
      Object.assign(view, { longitude, latitude });
      repaint();
    });
    canvas.addEventListener("pointerup", (event) => {
      const box = canvas.getBoundingClientRect();
      if (from && !from.moved) place(...geometry().at(event.clientX - box.left, event.clientY - box.top));
      from = null;
    });
    canvas.addEventListener("pointercancel", () => { from = null; });
    canvas.addEventListener("wheel", (event) => {
      if (document.activeElement !== canvas) return; // the page scrolls until the map is chosen
      event.preventDefault();
      zoom(event.deltaY < 0 ? 0.5 : -0.5);
    }, { passive: false });
  }

  incident.map = {
    /** Build the map; `placed(lat, lon)` is told of every point that a person puts, as text. */
    build(placed) {
      act = placed;
      view = { ...incident.told.home };
      canvas = incident.make("canvas", { tabindex: "0", role: "application", "aria-label": incident.say("map"), id: "place-map", on: { keydown: keys } });
      pointer();
      ground.fetched(incident.told.basemap).then((found) => { shapes = found; repaint(); })
        .catch(() => { canvas.after(incident.message(incident.say("no-basemap"), "notice")); });
      new ResizeObserver(repaint).observe(canvas);
      new MutationObserver(repaint).observe(document.documentElement, { attributeFilter: ["data-theme"] });
      return incident.make("div", { class: "smallmap" }, canvas, incident.make("div", { class: "zoom" },
        incident.make("button", { type: "button", "aria-label": incident.say("zoom-in"), on: { click: () => zoom(1) } }, "+"),
        incident.make("button", { type: "button", "aria-label": incident.say("zoom-out"), on: { click: () => zoom(-1) } }, "−")));
    },

    /** Show a point, null for none; a far one brings the map along. */
    mark(lat, lon) {
      mark = lat === null ? null : { lat, lon };
      if (mark) follow();
      repaint();
    },

    /** Show what a precision leaves open: rings of [longitude, latitude]. */
    extent(precision, outline) { shown = { precision, outline }; repaint(); },

    /** Come at least as near as `level`. */
    near(level) { view.zoom = Math.max(view.zoom, level); if (mark) Object.assign(view, { longitude: mark.lon, latitude: mark.lat }); repaint(); },
  };
})();
