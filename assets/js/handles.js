/* The window over the histogram: two handles, the strip between them that moves it, and the
   bars, which are brushed; by pointer, touch and keys. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const KEYS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12, Home: -1e6, End: 1e6 };
  let grip = null;

  function parts() { return ["start", "band", "end"].map((name) => atlas.find("window-" + name)); }

  function share(days) {
    const [low, high] = atlas.clock.domain();
    return (days - low) / (high + 1 - low);
  }

  function show() {
    if (!atlas.state.window || !atlas.find("window-start")) return;
    const [first, last] = atlas.state.window;
    const track = atlas.find("track").style;
    track.setProperty("--from", (share(first) * 100).toFixed(3) + "%");
    track.setProperty("--to", (share(last + 1) * 100).toFixed(3) + "%");
    label("window-start", first);
    label("window-end", last);
    label("window-band", first, atlas.words.span(first, last));
  }

  function label(id, days, text) {
    const handle = atlas.find(id), [low, high] = atlas.clock.domain();
    handle.setAttribute("aria-valuemin", low);
    handle.setAttribute("aria-valuemax", high);
    handle.setAttribute("aria-valuenow", days);
    handle.setAttribute("aria-valuetext", text || atlas.words.day(days));
  }

  /* The step of time under the pointer. */
  function stepAt(x) {
    const box = atlas.find("track").getBoundingClientRect(), [low, high] = atlas.clock.domain();
    const at = Math.min(1, Math.max(0, (x - box.left) / box.width));
    return atlas.clock.unit().of(Math.min(high, low + Math.floor(at * (high + 1 - low))));
  }

  /* The window's first and last step. */
  function steps() { return atlas.state.window.map(atlas.clock.unit().of); }

  function span(a, b) {
    const { first, last } = atlas.clock.unit();
    atlas.clock.set([first(Math.min(a, b)), last(Math.max(a, b))]);
  }

  /* The other edge stays to the day, where this one is dragged. */
  function edge(role, at) {
    const { first, last } = atlas.clock.unit(), [from, to] = atlas.state.window, own = steps();
    if (role === "start") atlas.clock.set([first(Math.min(at, own[1])), to]);
    else atlas.clock.set([from, last(Math.max(at, own[0]))]);
  }

  function down(event) {
    const part = event.target.closest("[data-grip]");
    if (!part || event.button || event.target.closest(".moments")) return;
    const [first, last] = steps(), at = stepAt(event.clientX);
    const role = part.dataset.grip === "track" ? "brush" : part.dataset.grip;
    grip = { role, at, first, last, x: event.clientX, brushed: false };
    atlas.find("track").setPointerCapture(event.pointerId);
    atlas.clock.drag(true);
    event.preventDefault();
    if (role !== "brush") part.focus({ preventScroll: true });
  }

  function move(event) {
    if (!grip) return;
    const at = stepAt(event.clientX), [low, high] = atlas.clock.domain().map(atlas.clock.unit().of);
    if (grip.role === "brush") {
      grip.brushed = grip.brushed || Math.abs(event.clientX - grip.x) > 3;
      if (grip.brushed) span(grip.at, at);
    } else if (grip.role !== "band") edge(grip.role, at);
    else if (at !== grip.at) drag(Math.min(high - grip.last, Math.max(low - grip.first, at - grip.at)));
  }

  /* A growing window has one end to drag; others move whole, and keep their days where they stand still. */
  function drag(by) {
    if (atlas.state.time.mode !== "growing") return span(grip.first + by, grip.last + by);
    edge("end", grip.last + by);
  }

  /* A press that brushed nothing is a click: it chooses the bar that it fell on. */
  function up() {
    if (!grip) return;
    if (grip.role === "brush" && !grip.brushed) span(grip.at, grip.at);
    grip = null;
    atlas.clock.drag(false);
  }

  function key(event) {
    const role = event.target.dataset.grip, by = KEYS[event.key] * (event.shiftKey && event.key.startsWith("Arrow") ? 12 : 1);
    if (!by || !role) return;
    event.preventDefault();
    event.stopPropagation();
    const own = steps(), [low, high] = atlas.clock.domain().map(atlas.clock.unit().of);
    if (role === "band") atlas.clock.shift(by);
    else if (role === "start") edge(role, Math.max(low, own[0] + by));
    else edge(role, Math.min(high, own[1] + by));
  }

  atlas.handles = {
    start() {
      const track = atlas.find("track");
      track.addEventListener("pointerdown", down);
      track.addEventListener("pointermove", move);
      ["pointerup", "pointercancel"].forEach((name) => track.addEventListener(name, up));
      parts().forEach((part) => part.addEventListener("keydown", key));
      show();
    },
    share,
  };
  ["window", "domain"].forEach((event) => atlas.on(event, show));
})();
