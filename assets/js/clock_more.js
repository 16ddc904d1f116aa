/* What is set about time now and then: speed, going round, coarse dates; and, where the screen
   is narrow, all that does not fit beside the bars. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const narrow = window.matchMedia("(max-width: 899px)");
  const FINE = "2"; // the coarsest `date_precision` that still is a matter of days

  function exact() { return Boolean(new URLSearchParams(atlas.state.selection).get("max-date-precision")); }

  function tick(id, label, act, about) {
    const box = atlas.element("input", { id, type: "checkbox", "aria-describedby": about ? id + "-about" : null });
    box.addEventListener("change", () => act(box.checked));
    return atlas.element("div", { class: "tick" }, atlas.element("label", {}, box, atlas.words.say(label)),
      about ? atlas.element("p", { id: id + "-about", class: "quiet" }, atlas.words.say(about)) : null);
  }

  function speed() {
    const select = atlas.element("select", { id: "clock-speed" },
      ...atlas.clock.SPEEDS.map((n) => atlas.clockbar.option(n, atlas.words.count("speed", n))));
    select.addEventListener("change", () => atlas.clock.change({ speed: +select.value }));
    return atlas.clockbar.labelled("speed", select);
  }

  function show() {
    if (!atlas.find("clock-speed")) return;
    atlas.find("clock-speed").value = atlas.state.time.speed;
    atlas.find("clock-loop").checked = atlas.state.time.loop;
    atlas.find("clock-exact").checked = exact();
  }

  /* Controls move as they are, with what was typed into them. */
  function arrange() {
    const place = narrow.matches ? atlas.find("clock-folded") : atlas.find("clock");
    place.append(atlas.find("clock-choices"), atlas.find("window-dates"));
  }

  atlas.clockmore = {
    start() {
      atlas.find("clock-set").replaceChildren(speed(),
        tick("clock-loop", "loop", (loop) => atlas.clock.change({ loop })),
        tick("clock-exact", "exact", (on) => atlas.give(atlas.boot.filters.max_date_precision.id, { value: on ? FINE : null }), "exact-about"));
      const pop = atlas.find("clock-pop");
      pop.setAttribute("popover", "auto");
      pop.hidden = false;
      atlas.find("clock-more").setAttribute("popovertarget", "clock-pop");
      narrow.addEventListener("change", arrange);
      arrange();
      show();
    },
  };
  ["clock", "selection"].forEach((event) => atlas.on(event, show));
})();
