/* Interventions under the bars: a mark where each began, a line for as long as it lasted.

   One stop for the Tab key; arrows go from mark to mark, and Enter tells what is known of it.
   No effect is claimed: a mark says what was done, and when. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const WIDE = 13, FARTHEST = 52;
  let held = null, asked = null;

  function list() { return atlas.find("moments"); }

  /* Claims follow the filters, and nothing is asked while time runs. */
  async function load() {
    const query = [atlas.state.selection, "lang=" + atlas.boot.lang].filter(Boolean).join("&");
    if (query === asked) return;
    asked = query;
    const answer = await atlas.data.get("moments", query);
    if (query !== asked) return;
    held = answer;
    build();
  }

  function build() {
    const { start, end } = held ? held.columns : { start: [], end: [] }, [low, high] = atlas.clock.domain();
    const inside = [...start.keys()].filter((i) => start[i] <= high && end[i] >= low);
    const marks = inside.map((i, at) => mark(held.meta.items[i], start[i], end[i], at));
    list().replaceChildren(...marks);
    spread(marks, inside.map((i) => atlas.handles.share(Math.max(start[i], low))));
    list().hidden = inside.length === 0;
  }

  /* Marks of one day stand side by side, as long as they still point to it. */
  function spread(marks, shares) {
    const { width } = list().getBoundingClientRect();
    let past = -Infinity;
    marks.forEach((one, i) => {
      const own = shares[i] * width, moved = Math.min(Math.max(own, past), own + FARTHEST);
      one.style.setProperty("--aside", moved - own + "px");
      past = moved + WIDE;
    });
  }

  function mark(item, first, last, at) {
    const said = [item.label, item.kind, atlas.words.span(first, last)].join(" · ");
    const button = atlas.element("button", { type: "button", class: "moment", "data-claim": item.id, "data-said": said,
      "aria-label": said, tabindex: at ? "-1" : "0" }, item.letter);
    const [low, high] = atlas.clock.domain(), { share } = atlas.handles, row = atlas.element("li", {}, button);
    row.style.setProperty("--at", share(Math.max(first, low)) * 100 + "%");
    row.style.setProperty("--for", (share(Math.min(last, high) + 1) - share(Math.max(first, low))) * 100 + "%");
    return row;
  }

  function buttons() { return [...list().querySelectorAll("button")]; }

  function key(event) {
    const all = buttons(), at = all.indexOf(event.target);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = all[Math.max(0, Math.min(all.length - 1, to))];
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  /* The note stands above the bars; screen readers have the same words as the mark's name. */
  function tell(event) {
    const button = event.target.closest && event.target.closest(".moment"), note = atlas.find("moment-note");
    note.hidden = !button;
    if (!button) return;
    note.textContent = button.dataset.said;
    const box = button.getBoundingClientRect(), wide = note.getBoundingClientRect().width;
    note.style.left = Math.max(6, Math.min(window.innerWidth - wide - 6, box.left - wide / 2)) + "px";
  }

  atlas.moments = {
    start() {
      const note = atlas.element("p", { id: "moment-note", class: "moment-note", "aria-hidden": "true", hidden: "" });
      atlas.find("clock").append(note);
      list().addEventListener("keydown", key);
      ["pointerover", "focusin"].forEach((name) => list().addEventListener(name, tell));
      ["pointerleave", "focusout"].forEach((name) => list().addEventListener(name, () => { note.hidden = true; }));
    },
  };
  atlas.on("data", load);
  ["domain", "resized"].forEach((event) => atlas.on(event, () => { if (held) build(); }));
})();
