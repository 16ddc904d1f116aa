/* How time goes, in the page's link: `mode`, `step`, and `play` as `<steps a second>,loop`. */
(function () {
  "use strict";
  const atlas = window.atlas, { time } = atlas.state;
  const MODES = ["moving", "growing", "fixed"], SPEEDS = [1, 2, 4, 8];

  const parts = {
    mode: [() => (time.mode === "moving" ? "" : time.mode),
      (text) => ({ mode: MODES.includes(text) ? text : "moving" })],
    step: [() => (time.step === "month" ? "" : time.step),
      (text) => ({ step: atlas.dates.STEPS.includes(text) ? text : "month" })],
    play: [() => [time.speed === 2 ? "" : time.speed, time.loop ? "loop" : ""].filter(Boolean).join(","),
      (text) => ({ speed: SPEEDS.find((one) => text.split(",").includes(String(one))) || 2, loop: text.split(",").includes("loop") })],
  };

  Object.assign(atlas.clock, {
    MODES, SPEEDS,

    /** Take what a reopened link brought, and carry on with it. */
    open() {
      Object.entries(parts).forEach(([name, [read, write]]) => {
        Object.assign(time, write(atlas.boot.carried[name] || ""));
        read.write = (text) => atlas.clock.change(write(text));
        atlas.link.carries(name, read, "clock");
      });
    },
  });
})();
