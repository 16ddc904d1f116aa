/* The window over the histogram: two handles and the band between them, by pointer and keys. */
(function () {
  "use strict";
  const atlas = window.atlas;
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

  /* The month under the pointer. */
  function monthAt(x) {
    const box = atlas.find("track").getBoundingClientRect(), [low, high] = atlas.clock.domain();
    const at = Math.min(1, Math.max(0, (x - box.left) / box.width));
    return atlas.dates.month(Math.min(high, low + Math.floor(at * (high + 1 - low))));
  }

  function down(event) {
    const role = event.target.closest("[data-grip]");
    if (!role || event.button) return;
    const { month } = atlas.dates, [first, last] = atlas.state.window;
    grip = { role: role.dataset.grip, at: monthAt(event.clientX), first: month(first), last: month(last) };
    if (grip.role === "track") start(monthAt(event.clientX));
    atlas.find("track").setPointerCapture(event.pointerId);
    atlas.clock.drag(true);
    event.preventDefault();
    if (role.focus) role.focus({ preventScroll: true });
  }

  /* A press on the bars outside the window begins a new one there: brushing. */
  function start(month) {
    grip = { role: "brush", at: month };
    span(month, month);
  }

  function span(a, b) {
    const { firstOf, lastOf } = atlas.dates;
    atlas.clock.set([firstOf(Math.min(a, b)), lastOf(Math.max(a, b))]);
  }

  function move(event) {
    if (!grip) return;
    const at = monthAt(event.clientX), { month } = atlas.dates, domain = atlas.clock.domain();
    if (grip.role === "brush") span(grip.at, at);
    else if (grip.role === "start") span(Math.min(at, grip.last), grip.last);
    else if (grip.role === "end") span(grip.first, Math.max(at, grip.first));
    else {
      const by = Math.min(month(domain[1]) - grip.last, Math.max(month(domain[0]) - grip.first, at - grip.at));
      span(grip.first + by, grip.last + by);
    }
  }

  function up() {
    if (!grip) return;
    grip = null;
    atlas.clock.drag(false);
  }

  function key(event) {
    const role = event.target.dataset.grip;
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12, Home: -1e5, End: 1e5 }[event.key];
    if (!by || !role) return;
    event.preventDefault();
    event.stopPropagation();
    const { month } = atlas.dates, [first, last] = atlas.state.window.map(month), [low, high] = atlas.clock.domain().map(month);
    if (role === "start") span(Math.min(last, Math.max(low, first + by)), last);
    else if (role === "end") span(first, Math.max(first, Math.min(high, last + by)));
    else atlas.clock.step(Math.abs(by) > 1000 ? Math.sign(by) * (high - low) : by);
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
  };
  ["window", "domain"].forEach((event) => atlas.on(event, show));
})();
