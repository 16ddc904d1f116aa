/* Playing: a step with each beat, from where the window stands to the end, or round again.

   The next beat waits until the last step is painted, so that a slow machine plays slower
   and never falls behind. Nothing plays unless someone presses play. */
(function () {
  "use strict";
  const atlas = window.atlas, { clock } = atlas, { time } = atlas.state;
  let playing = false, timer = 0;

  /* Back to the beginning; from all of time, with a window that leaves something to play. */
  function rewind() {
    const { of } = clock.unit();
    clock.shift(of(clock.domain()[0]) - of(atlas.state.window[1]));
  }

  function beat() {
    timer = setTimeout(() => requestAnimationFrame(() => { if (playing) on(); }), 1000 / time.speed);
  }

  function on() {
    if (!clock.atEnd()) clock.shift(1);
    else if (time.loop) rewind();
    else return clock.pause();
    beat();
  }

  Object.assign(clock, {
    playing() { return playing; },

    toggle() {
      if (playing) clock.pause();
      else clock.play();
    },

    play() {
      if (time.mode === "fixed") return clock.step(1);
      playing = true;
      if (clock.atEnd()) rewind();
      atlas.emit("playing");
      beat();
    },

    pause() {
      playing = false;
      clearTimeout(timer);
      atlas.emit("playing");
      atlas.emit("released");
    },
  });
})();
