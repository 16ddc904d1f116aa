/* The sheet over the map on which areas are drawn, and where a spot of the ground lies on it. */
(function () {
  "use strict";
  const atlas = window.atlas, area = (atlas.area = atlas.area || {});
  const SVG = "http://www.w3.org/2000/svg";
  let sheet = null, waiting = 0;

  function node(tag, attributes, parent) {
    const made = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    if (parent) parent.append(made);
    return made;
  }

  /* Each line twice: a casing in the colour of the paper makes it seen on any ground. */
  function line(parent, name) {
    return ["casing", "ink"].map((part) => node("path", { class: `area-${name} ${part}` }, parent));
  }

  function build() {
    const svg = node("svg", { id: "area-sheet", class: "area-sheet", "aria-hidden": "true" });
    sheet = { svg, units: line(svg, "units"), outline: line(svg, "outline"), hover: line(svg, "hover"), draft: line(svg, "draft"),
      cross: node("path", { class: "area-cross", d: "M-12 0H-3M3 0H12M0-12V-3M0 3V12", visibility: "hidden" }, svg),
      between: node("g", {}, svg), corners: node("g", {}, svg), pin: node("g", { class: "area-pin", visibility: "hidden" }, svg) };
    node("path", { class: "casing", d: "M0 0L-8-14A9 9 0 1 1 8-14Z" }, sheet.pin);
    node("circle", { cy: "-18", r: "3.5" }, sheet.pin);
    atlas.find("map").insertBefore(svg, atlas.find("tooltip"));
    return sheet;
  }

  function placer() {
    const box = atlas.find("map").getBoundingClientRect(), { view } = atlas.state;
    const [x, y] = atlas.mercator.project(view.longitude, view.latitude, view.zoom);
    const left = x - box.width / 2, top = y - box.height / 2;
    return {
      box,
      place: ([lon, lat]) => { const [a, b] = atlas.mercator.project(lon, lat, view.zoom); return [a - left, b - top]; },
      ground: (px, py) => atlas.mercator.unproject(px + left, py + top, view.zoom),
    };
  }

  function pathOf(rings, place, closed) {
    return rings.filter((ring) => ring.length).map((ring) => ring.map((corner, i) => {
      const [x, y] = place(corner);
      return (i ? "L" : "M") + x.toFixed(1) + " " + y.toFixed(1);
    }).join("") + (closed ? "Z" : "")).join("");
  }

  function paint() {
    waiting = 0;
    if (!atlas.state.view) return;
    const now = sheet || build(), { box, place } = placer();
    const draw = (lines, rings, closed) => lines.forEach((one) => one.setAttribute("d", pathOf(rings, place, closed)));
    const drafting = Boolean(area.draft);
    draw(now.outline, drafting || area.picking ? [] : area.shown || [], true);
    draw(now.draft, drafting ? area.draft.rings() : [], true);
    draw(now.units, area.unitRings ? area.unitRings() : [], true);
    draw(now.hover, area.hoverRings || [], true);
    now.cross.setAttribute("transform", `translate(${box.width / 2} ${box.height / 2})`);
    if (area.spot) now.pin.setAttribute("transform", `translate(${place(area.spot).map((n) => n.toFixed(1)).join(" ")})`);
    now.pin.setAttribute("visibility", area.spot ? "visible" : "hidden");
    if (area.corners) area.corners.place(now, place);
  }

  area.sheet = {
    node, placer,
    parts: () => sheet || build(),
    /** Draw again with the next frame. */
    paint() { if (!waiting) waiting = requestAnimationFrame(paint); },
    /** The ground under the middle of the map. */
    middle() {
      const { longitude, latitude } = atlas.state.view;
      return [longitude, latitude];
    },
  };
  ["moving", "view", "resized", "theme"].forEach((event) => atlas.on(event, area.sheet.paint));
})();
