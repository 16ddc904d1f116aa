/* The window of time: days inside; how it steps, and what stays of it as it does.

   A moving window keeps its length, a growing one holds all up to its end, a fixed one stays:
   only a hand moves it. `atlas.state.time` is what a person chose; see clock_link.js. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const LARGER = { day: 7, week: 4, month: 12, quarter: 4, year: 5 };
  const time = atlas.state.time = { mode: "moving", step: "month", speed: 2, loop: false };
  let domain = null, dragging = false, told = 0;

  /** Whether the cube knows days; a very large one goes by months. */
  function byDay() {
    const cube = atlas.counts.cube();
    return !cube || cube.meta.step === "day";
  }

  function unit() {
    return atlas.dates.unit(byDay() || !["day", "week"].includes(time.step) ? time.step : "month");
  }

  /** The days that the filter asks for, else all that the data covers. */
  function asked() {
    const query = new URLSearchParams(atlas.state.selection), { dates } = atlas;
    const first = query.get("from") ? dates.read(query.get("from"), false) : dates.startOfMonth(dates.day(atlas.boot.domain[0]));
    const last = query.get("to") ? dates.read(query.get("to"), true) : dates.endOfMonth(dates.day(atlas.boot.domain[1]));
    return [first, Math.max(first, last)];
  }

  function wholeMonths(days) { return [atlas.dates.startOfMonth(days[0]), atlas.dates.endOfMonth(days[1])]; }

  function extent() { return byDay() ? asked() : wholeMonths(asked()); }

  function same(one, other) { return one[0] === other[0] && one[1] === other[1]; }

  /** Whether the window is all that the filter asks for. */
  function whole() { return same(domain, atlas.state.window) && same(domain, asked()); }

  /* In steps: exactly, where it begins and ends with one, else about. */
  function length() {
    const [first, last] = atlas.state.window, { of, first: begin, last: end, days } = unit();
    const fits = (first === begin(of(first)) || first === domain[0]) && (last === end(of(last)) || last === domain[1]);
    return fits ? of(last) - of(first) + 1 : Math.max(1, Math.round((last - first + 1) / days));
  }

  /* Put a window of so many steps with its last one here, inside the domain. */
  function place(last, many) {
    const { of, first, last: end } = unit(), low = of(domain[0]), high = of(domain[1]);
    const at = Math.min(high, Math.max(time.mode === "growing" ? low : low + many - 1, last));
    clock.put([first(at - many + 1), end(at)]);
  }

  const clock = {
    unit, length, whole, byDay,
    domain() { return domain; },
    busy() { return dragging || clock.playing(); },
    atEnd() { return atlas.state.window[1] >= domain[1]; },

    /** How many months of the window classes must hold for; all of time while it grows. */
    months() {
      const { month } = atlas.dates, [first, last] = time.mode === "growing" ? domain : atlas.state.window;
      return month(last) - month(first) + 1;
    },

    /** Its days, where it is not whole months; null where it is. */
    days() {
      const { window: days } = atlas.state;
      if (time.mode === "growing" || whole() || !byDay() || same(days, wholeMonths(days))) return null;
      return ["day", "week"].includes(time.step) ? length() * unit().days : days[1] - days[0] + 1;
    },

    /** Put the window somewhere; anything outside the domain is cut off. */
    put(days) {
      const wanted = byDay() ? days : wholeMonths(days);
      const first = time.mode === "growing" ? domain[0] : Math.min(Math.max(wanted[0], domain[0]), domain[1]);
      const last = Math.max(Math.min(wanted[1], domain[1]), first);
      if (atlas.state.window && same([first, last], atlas.state.window)) return;
      atlas.state.window = [first, last];
      atlas.draw.hexagons.moved();
      atlas.emit("window");
      if (!clock.busy()) atlas.emit("released");
    },

    /** Set it as someone chose: a window with a start of its own no longer grows from the first day. */
    set(days) {
      if (time.mode === "growing" && days[0] > domain[0]) clock.change({ mode: "moving" });
      clock.put(days);
    },

    /** A new selection may have a new domain; a window over all of it stays so, unless it is fixed. */
    renew() {
      const kept = atlas.state.window;
      const wasWhole = !kept || !domain || (time.mode !== "fixed" && same(domain, kept));
      domain = extent();
      atlas.state.window = null;
      clock.put(wasWhole ? domain : (kept[1] < domain[0] || kept[0] > domain[1] ? domain : kept));
    },

    /** Change mode, step, speed or loop. */
    change(chosen) {
      Object.assign(time, chosen);
      if (time.mode === "fixed" && clock.playing()) clock.pause();
      if (atlas.state.window) clock.put(atlas.state.window);
      atlas.emit("clock");
    },

    /** Move by steps, whatever the mode. */
    shift(by) {
      const all = same(domain, atlas.state.window), last = unit().of(atlas.state.window[1]) + by;
      if (time.mode === "growing") return place(last, 1);
      place(last, all ? Math.min({ month: 12, quarter: 4 }[unit().name] || 1, length()) : length());
    },

    /** Move by steps, unless the window is fixed: that is said, and not with every key. */
    step(by) {
      if (time.mode !== "fixed") return clock.shift(by);
      if (Date.now() - told > 8000) atlas.notice(atlas.words.say("fixed-stays"));
      told = Date.now();
    },

    /** A larger step, or to an end. */
    leap(by) { clock.step(by * LARGER[unit().name]); },
    end(side) { clock.step(side * 1e6); },

    /** Make the window so many steps long, or "all". */
    resize(many) {
      if (many === "all") return clock.set(domain);
      if (!+many) return;
      if (time.mode === "growing") clock.change({ mode: "moving" });
      place(unit().of(atlas.state.window[1]), +many);
    },

    drag(active) {
      dragging = active;
      if (!active && atlas.state.window) atlas.emit("released");
    },
  };

  /* The cube has come: whether it goes by months shows only now. */
  atlas.on("data", () => {
    if (!domain) return;
    if (same(domain, extent())) return clock.put(atlas.state.window);
    clock.renew();
    atlas.emit("domain");
  });
  atlas.clock = clock;
})();
