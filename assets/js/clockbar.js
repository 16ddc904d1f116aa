/* The controls beside the histogram: play, steps, length, mode, typed dates. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const LENGTHS = { day: [1, 3, 7, 14, 30, 90], week: [1, 2, 4, 13, 26, 52], month: [1, 3, 6, 12, 24, 60], quarter: [1, 2, 4, 8, 20], year: [1, 2, 3, 5, 10] };

  function option(value, text, more) { return atlas.element("option", { value, ...more }, text); }

  /* The lengths that fit the step. */
  function lengths(step) {
    const select = atlas.find("window-length");
    if (select.dataset.step === step) return;
    select.dataset.step = step;
    select.replaceChildren(...LENGTHS[step].map((n) => option(n, atlas.words.count("length-" + step, n))),
      option("all", atlas.words.say("length-all")), option("own", atlas.words.say("length-own"), { disabled: "" }));
  }

  function show() {
    if (!atlas.state.window || !atlas.find("window-mode")) return;
    const { time } = atlas.state, step = atlas.clock.unit().name, length = atlas.clock.length();
    lengths(step);
    choose("window-length", atlas.clock.whole() ? "all" : time.mode !== "growing" && LENGTHS[step].includes(length) ? length : "own");
    atlas.find("window-length").lastChild.textContent = atlas.words.say(time.mode === "growing" ? "length-growing" : "length-own");
    choose("window-mode", time.mode);
    choose("clock-step", step);
    ["day", "week"].forEach((name) => { atlas.find("clock-step").querySelector(`[value=${name}]`).disabled = !atlas.clock.byDay(); });
    ["play", "step-back", "step-on"].forEach((id) => atlas.find(id).setAttribute("aria-disabled", String(time.mode === "fixed")));
    atlas.find("clock-note").hidden = atlas.clock.byDay();
    fill("window-from", atlas.state.window[0]);
    fill("window-to", atlas.state.window[1]);
  }

  function choose(id, value) {
    const select = atlas.find(id);
    if (select.value !== String(value)) select.value = value;
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

  function labelled(label, control) {
    return atlas.element("label", {}, atlas.element("span", { class: "label" }, atlas.words.say(label)), control);
  }

  /* Two plain fields; made here, since time lives in the browser. */
  function field(id, label) {
    const input = atlas.element("input", { id, type: "text", inputmode: "numeric", autocomplete: "off",
      spellcheck: "false", maxlength: "10", title: atlas.words.say("date-form") });
    input.addEventListener("change", typed);
    input.addEventListener("blur", left);
    return labelled(label, input);
  }

  function select(id, label, values, word, name) {
    const made = atlas.element("select", { id }, ...values.map((value) => option(value, atlas.words.say(word + value))));
    made.addEventListener("change", () => atlas.clock.change({ [name]: made.value }));
    return labelled(label, made);
  }

  const ACTS = { play: () => atlas.clock.toggle(), "step-back": () => atlas.clock.step(-1), "step-on": () => atlas.clock.step(1) };

  atlas.clockbar = {
    labelled, option,
    start() {
      Object.entries(ACTS).forEach(([id, act]) => atlas.find(id).addEventListener("click", act));
      atlas.find("window-length").addEventListener("change", (event) => atlas.clock.resize(event.target.value));
      atlas.find("clock-choices").replaceChildren(
        select("window-mode", "mode", atlas.clock.MODES, "mode-", "mode"),
        select("clock-step", "step", atlas.dates.STEPS, "step-", "step"));
      atlas.find("window-dates").replaceChildren(field("window-from", "from"), field("window-to", "to"));
      show();
    },
  };
  ["window", "domain", "clock", "data"].forEach((event) => atlas.on(event, show));
  atlas.on("playing", playing);
})();
