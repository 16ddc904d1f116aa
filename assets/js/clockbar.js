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
    const from = atlas.dates.read(atlas.find("window-from").value, false);
    const to = atlas.dates.read(atlas.find("window-to").value, true);
    const wrong = event.target.id === "window-from" ? from === null : to === null;
    event.target.setAttribute("aria-invalid", String(wrong));
    if (from === null || to === null) return atlas.notice(atlas.words.say("date-form"));
    atlas.clock.set(from <= to ? [from, to] : [to, from]);
    show();
  }

  /* Two plain fields; made here, since time lives in the browser. */
  function field(id, label) {
    const input = atlas.element("input", { id, type: "text", inputmode: "numeric", autocomplete: "off",
      spellcheck: "false", maxlength: "10", title: atlas.words.say("date-form") });
    input.addEventListener("change", typed);
    input.addEventListener("blur", show);
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
