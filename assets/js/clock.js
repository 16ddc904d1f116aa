/* The window of time: its length, its steps, and playing it. Days inside, months in steps. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const BEAT = 450;
  let domain = null, timer = 0, dragging = false;

  /** The days that time may take: what the filter says, else all that the data covers. */
  function extent() {
    const asked = new URLSearchParams(atlas.state.selection), { dates } = atlas;
    const first = asked.get("from") ? dates.read(asked.get("from"), false) : dates.startOfMonth(dates.day(atlas.boot.domain[0]));
    const last = asked.get("to") ? dates.read(asked.get("to"), true) : dates.endOfMonth(dates.day(atlas.boot.domain[1]));
    return [first, Math.max(first, last)];
  }

  function months(window_) { return atlas.dates.month(window_[1]) - atlas.dates.month(window_[0]) + 1; }

  function whole() { return domain[0] === atlas.state.window[0] && domain[1] === atlas.state.window[1]; }

  /* Put a window of so many months with its last month here, inside the domain. */
  function place(lastMonth, length) {
    const { month, firstOf, lastOf } = atlas.dates;
    const low = month(domain[0]), high = month(domain[1]);
    const last = Math.min(high, Math.max(low + length - 1, lastMonth));
    clock.set([firstOf(last - length + 1), lastOf(last)]);
  }

  const clock = {
    domain() { return domain; },
    whole,
    busy() { return dragging || timer !== 0; },

    /** Window length in months, "all", or "days" where it does not begin and end with months. */
    length() {
      if (whole()) return months(domain);
      return months(atlas.state.window);
    },

    /** Move the window; anything outside the domain is cut off. */
    set(days) {
      const first = Math.min(Math.max(days[0], domain[0]), domain[1]);
      const last = Math.max(Math.min(days[1], domain[1]), first);
      if (atlas.state.window && first === atlas.state.window[0] && last === atlas.state.window[1]) return;
      atlas.state.window = [first, last];
      atlas.draw.hexagons.moved();
      atlas.emit("window");
      if (!clock.busy()) atlas.emit("released");
    },

    /** A new selection may have a new domain; a window over all of it stays so. */
    renew() {
      const wasWhole = !atlas.state.window || !domain || whole();
      domain = extent();
      const kept = atlas.state.window;
      atlas.state.window = null;
      clock.set(wasWhole ? domain : (kept[1] < domain[0] || kept[0] > domain[1] ? domain : kept));
    },

    step(by) {
      const length = months(atlas.state.window);
      place(atlas.dates.month(atlas.state.window[1]) + by, whole() ? Math.min(12, length) : length);
    },

    resize(length) {
      if (length === "all") clock.set(domain);
      else if (+length) place(atlas.dates.month(atlas.state.window[1]), Math.min(+length, months(domain)));
    },

    drag(active) {
      dragging = active;
      if (!active && atlas.state.window) atlas.emit("released");
    },

    toggle() {
      if (timer) clock.pause();
      else clock.play();
    },

    play() {
      if (whole()) place(atlas.dates.month(domain[0]), Math.min(12, months(domain)));
      else if (atlas.state.window[1] >= domain[1]) place(atlas.dates.month(domain[0]), months(atlas.state.window));
      timer = setInterval(() => {
        if (atlas.state.window[1] >= domain[1]) clock.pause();
        else clock.step(1);
      }, BEAT);
      atlas.emit("playing");
    },

    pause() {
      clearInterval(timer);
      timer = 0;
      atlas.emit("playing");
      atlas.emit("released");
    },

    playing() { return timer !== 0; },
  };

  atlas.clock = clock;
})();
