/* The corners of an area that is made: dragged, moved by arrow keys, added and taken away. */
(function () {
  "use strict";
  const atlas = window.atlas, area = (atlas.area = atlas.area || {});
  const { node } = area.sheet;
  const STEP = 8, FINE = 1, PAN = 60;
  let grip = null;

  const corners = () => (area.draft ? area.draft.corners() : []);

  function named(n, corner) {
    const of = area.draft.manner === "circle" ? (n ? "area-edge" : "area-centre") : "area-corner";
    return atlas.words.say(of, { n: atlas.words.number(n + 1), of: atlas.words.number(corners().length), at: area.degrees(corner) });
  }

  function handle(n) {
    const made = node("g", { class: "area-handle", tabindex: "0", role: "button", "data-corner": n });
    node("circle", { class: "reach", r: "18" }, made);
    node("circle", { class: "dot", r: "6.5" }, made);
    return made;
  }

  /* As many handles as corners; the ones that are there stay, and keep the focus. */
  function fit(group, n, make) {
    while (group.children.length > n) group.lastChild.remove();
    while (group.children.length < n) group.append(make(group.children.length));
  }

  function place(parts, at) {
    const own = corners(), middles = area.draft ? area.draft.between() : [];
    fit(parts.corners, own.length, handle);
    fit(parts.between, middles.length, () => node("circle", { class: "area-between", r: "5" }));
    const put = (one, spot) => one.setAttribute("transform", `translate(${at(spot).map((n) => n.toFixed(1)).join(" ")})`);
    own.forEach((corner, n) => {
      const one = parts.corners.children[n];
      put(one, corner);
      one.setAttribute("aria-label", named(n, corner));
    });
    middles.forEach((middle, n) => {
      put(parts.between.children[n], middle.at);
      parts.between.children[n].dataset.after = middle.after;
    });
  }

  function changed() {
    area.sheet.paint();
    area.bar.say();
  }

  function focus(n) {
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const one = area.sheet.parts().corners.children[n];
      (one || area.sheet.parts().svg).focus({ preventScroll: true });
    }));
  }

  /** Add a corner; after the chosen one, if one is. */
  function add(spot, after) {
    const n = area.draft.add(spot, after);
    if (n < 0) area.bar.warn(atlas.words.say("area-full", { most: area.drafts.MOST }));
    changed();
    return n;
  }

  function remove(n) {
    if (!corners().length) return;
    area.draft.remove(n < 0 ? corners().length - 1 : n);
    changed();
    focus(Math.min(n, corners().length - 1));
  }

  function spotOf(event) {
    const { box, ground } = area.sheet.placer();
    return ground(event.clientX - box.left, event.clientY - box.top);
  }

  function down(event) {
    if (!area.draft || event.button) return;
    const own = event.target.closest("[data-corner]"), between = event.target.closest(".area-between");
    if (!own && !between) return;
    event.preventDefault();
    event.stopPropagation();
    grip = { n: own ? +own.dataset.corner : add(spotOf(event), +between.dataset.after), moved: false, x: event.clientX, y: event.clientY };
    area.sheet.parts().svg.setPointerCapture(event.pointerId);
    focus(grip.n);
  }

  function move(event) {
    if (!grip) return;
    if (!grip.moved && Math.hypot(event.clientX - grip.x, event.clientY - grip.y) < 3) return;
    grip.moved = true;
    area.draft.move(grip.n, spotOf(event));
    changed();
  }

  function up() {
    if (!grip) return;
    const { n, moved } = grip;
    grip = null;
    // A press on the first corner closes the outline, as in other programs.
    if (!moved && n === 0 && area.draft.manner === "polygon" && area.draft.ready()) area.bar.focusDone();
  }

  /* By so many pixels of the map, since a step should look alike at every zoom. */
  function shift(n, dx, dy) {
    const { place: at, ground } = area.sheet.placer(), [x, y] = at(corners()[n]);
    area.draft.move(n, ground(x + dx, y + dy));
    changed();
  }

  function pan(dx, dy) {
    const { box, ground } = area.sheet.placer();
    const [longitude, latitude] = ground(box.width / 2 + dx, box.height / 2 + dy);
    atlas.map.look({ longitude, latitude });
  }

  /* A click takes the focus to the map itself: keys on it mean the drawing all the same. */
  function key(event) {
    const { target } = event;
    if ((!area.draft && !area.picking) || !(target === document.body || target.closest("#map"))) return;
    if (target.closest("button, input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    const own = event.target.closest("[data-corner]"), n = own ? +own.dataset.corner : -1;
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (way && n >= 0) shift(n, ...way.map((one) => one * (event.shiftKey ? FINE : STEP)));
    else if (way) pan(...way.map((one) => one * PAN));
    else if (event.key === "Enter" || event.key === " ") area.put(area.sheet.middle(), n);
    else if (event.key === "Backspace" || event.key === "Delete") { if (area.draft) remove(n); }
    else if (event.key === "Escape") area.cancel();
    else if (event.key === "+" || event.key === "=") atlas.map.zoom(0.5);
    else if (event.key === "-") atlas.map.zoom(-0.5);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  area.corners = { place, add, remove, focus };

  const { svg } = area.sheet.parts();
  svg.addEventListener("pointerdown", down);
  svg.addEventListener("pointermove", move);
  ["pointerup", "pointercancel"].forEach((name) => svg.addEventListener(name, up));
  document.addEventListener("keydown", key, true);
})();
