/* Swipe and side by side: a slider over the map, or a second picture that follows the first. */
(function () {
  "use strict";
  const atlas = window.atlas, { compare } = atlas;
  const THUMB = 22; // pixels across the slider's handle
  let parts = null;

  function tag(side) { return atlas.element("p", { class: "compare-tag", "data-side": side }); }

  /* Made once, beside the map, in a box that only this script fills. */
  function made() {
    if (parts) return parts;
    const slider = atlas.element("input", { type: "range", id: "compare-split", min: "0", max: "1000", step: "10", "aria-label": atlas.words.say("compare-split") });
    const line = atlas.element("div", { class: "compare-line" });
    const canvas = atlas.element("canvas", { id: "compare-mirror", "aria-hidden": "true" });
    parts = { slider, canvas, a: tag("a"), b: tag("b") };
    atlas.find("compare-view").append(canvas, line, slider, parts.a, parts.b);
    slider.addEventListener("input", () => {
      compare.split = shareOf(+slider.value / 1000);
      place();
      compare.ask();
    });
    slider.addEventListener("change", () => atlas.emit("compare"));
    follow(canvas);
    return parts;
  }

  /* The handle's middle never reaches the edges: its share of the way is not the map's. */
  function shareOf(value) {
    const { width } = atlas.find("map").getBoundingClientRect();
    return (THUMB / 2 + value * (width - THUMB)) / width;
  }

  function place() {
    const { slider } = made(), { width } = atlas.find("map").getBoundingClientRect();
    slider.value = Math.round(((compare.split * width - THUMB / 2) / (width - THUMB)) * 1000);
    atlas.find("compare-view").style.setProperty("--split", 100 * compare.split + "%");
    const [a, b] = ["a", "b"].map((side) => compare.spanOf(side));
    slider.setAttribute("aria-valuetext", atlas.words.say("compare-split-at", { share: Math.round(100 * compare.split), a, b }));
  }

  /** Set how both sides are shown: difference, swipe or side. */
  compare.show = function (view) {
    compare.view = view;
    document.documentElement.setAttribute("data-compare", view);
    if (view !== "difference") made();
    compare.retag();
    compare.ask();
    atlas.emit("compare");
    atlas.emit("legend");
  };

  /** Write each side's window on its part of the map. */
  compare.retag = function () {
    if (!parts) return;
    ["a", "b"].forEach((side) => { parts[side].textContent = side.toUpperCase() + " · " + compare.spanOf(side); });
    if (compare.view === "swipe") place();
  };

  /** Paint the second picture: the first one's ground and marks, and side B's hexagons. */
  compare.mirror = function (paint) {
    const { canvas } = made(), dots = window.devicePixelRatio || 1;
    const width = canvas.clientWidth, height = canvas.clientHeight;
    canvas.width = Math.round(width * dots);
    canvas.height = Math.round(height * dots);
    const pen = canvas.getContext("2d");
    const copy = (id) => pen.drawImage(atlas.find(id), 0, 0, canvas.width, canvas.height);
    ["ground", "fills"].forEach(copy);
    pen.setTransform(dots, 0, 0, dots, 0, 0);
    paint({ pen, dots, width, height, }, "b");
    pen.setTransform(1, 0, 0, 1, 0, 0);
    ["marks", "names"].forEach(copy);
  };

  /* The second picture is moved as the first one is. */
  function follow(canvas) {
    let from = null, moved = false;
    canvas.addEventListener("pointerdown", (event) => { from = [event.clientX, event.clientY]; moved = false; canvas.setPointerCapture(event.pointerId); });
    canvas.addEventListener("pointerup", () => { from = null; });
    canvas.addEventListener("pointermove", (event) => {
      if (!from) return;
      const across = from[0] - event.clientX, down = from[1] - event.clientY;
      if (!moved && Math.hypot(across, down) < 4) return; // a click's hand is not quite still
      shift(across, down);
      from = [event.clientX, event.clientY];
      moved = true;
    });
    canvas.addEventListener("click", (event) => {
      if (!moved) atlas.draw.difference.touch({ x: event.offsetX, y: event.offsetY }, true);
    });
    canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      atlas.map.zoom(event.deltaY < 0 ? 0.25 : -0.25);
    }, { passive: false });
  }

  function shift(across, down) {
    const { view } = atlas.state, [x, y] = atlas.mercator.project(view.longitude, view.latitude, view.zoom);
    const [longitude, latitude] = atlas.mercator.unproject(x + across, y + down, view.zoom);
    atlas.map.look({ longitude, latitude: Math.max(-80, Math.min(80, latitude)) });
  }

  atlas.on("window", () => compare.retag());
  atlas.on("options", () => compare.retag());
  atlas.on("resized", () => { if (compare.view === "swipe") place(); });
})();
