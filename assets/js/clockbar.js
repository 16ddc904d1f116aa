/* The controls beside the histogram: play, steps, length, typed dates. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const LENGTHS = ["1", "3", "6", "12", "24", "60"];

  function show() {
    if (!atlas.state.window || !atlas.find("window-length")) return;
    const length = String(atlas.clock.length());
    const value = atlas.clock.whole() ? "all" : LENGTHS.includes(length) ? length : "own";
    const select = atlas.find("window-length");
    if (select.value !== value) select.value = value;
    fill("window-from", atlas.state.window[0]);
    fill("window-to", atlas.state.window[1]);
  }

  function fill(id, days) {
    const input = atlas.find(id);
    if (input && document.activeElement !== input) input.value = atlas.dates.iso(days);
  }

  function playing() {
    const button = atlas.find("play"), on = atlas.clock.playing();
    button.setAttribute("aria-pressed", String(on));
    button.setAttribute("aria-label", atlas.words.say(on ? "pause" : "play"));
  }

  /* Typed dates take hold on Enter or on leaving the field; nonsense is marked, not guessed. */
  function typed(event) {
    const first = event.target.id === "window-from", text = event.target.value;
    const from = atlas.dates.read(text, false), to = atlas.dates.read(text, true);
    if (from === null || to === null) return refuse(event.target, "date-form");
    const now = atlas.state.window;
    // The edge that was typed stays; the other one gives way where they would cross.
    const wanted = first ? [from, Math.max(now[1], from > now[1] ? to : from)]
      : [Math.min(now[0], to < now[0] ? from : to), to];
    const domain = atlas.clock.domain();
    if (wanted[1] < domain[0] || wanted[0] > domain[1]) return refuse(event.target, "outside-data");
    event.target.setAttribute("aria-invalid", "false");
    atlas.clock.set(wanted);
    event.target.value = atlas.dates.iso(atlas.state.window[first ? 0 : 1]);
    show();
  }

  /* The window stays as it was; a sentence says why. */
  function refuse(input, why) {
    const [from, to] = atlas.clock.domain();
    input.setAttribute("aria-invalid", "true");
    atlas.notice(atlas.words.say(why, { from: atlas.words.day(from), to: atlas.words.day(to) }));
  }

  /* Leaving a field shows the window in force, so its mark of a mistake goes too. */
  function left(event) {
    event.target.removeAttribute("aria-invalid");
    show();
  }

  /* Two plain fields; made here, since time lives in the browser. */
  function field(id, label) {
    const input = atlas.element("input", { id, type: "text", inputmode: "numeric", autocomplete: "off",
      spellcheck: "false", maxlength: "10", title: atlas.words.say("date-form") });
    input.addEventListener("change", typed);
    input.addEventListener("blur", left);
    return atlas.element("label", {}, atlas.element("span", { class: "label" }, atlas.words.say(label)), input);
  }

  const ACTS = { play: () => atlas.clock.toggle(), "step-back": () => atlas.clock.step(-1), "step-on": () => atlas.clock.step(1) };

  atlas.clockbar = {
    start() {
      Object.entries(ACTS).forEach(([id, act]) => atlas.find(id).addEventListener("click", act));
      atlas.find("window-length").addEventListener("change", (event) => atlas.clock.resize(event.target.value));
      atlas.find("window-dates").replaceChildren(field("window-from", "from"), field("window-to", "to"));
      show();
    },
  };
  ["window", "domain"].forEach((event) => atlas.on(event, show));
  atlas.on("playing", playing);
})();
