/* Interventions under the bars: a mark where each began, a line for as long as it lasted.

   One stop for the Tab key; arrows go from mark to mark, and Enter tells what is known of it.
   No effect is claimed: a mark says what was done, and when. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const APART = 25; // pixels: marks nearer than a fingertip are one stop
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
    list().replaceChildren(...together(inside, low).map(stop));
    list().hidden = inside.length === 0;
    close();
  }

  function share(day) { return atlas.handles.share(day); }

  /* The earliest first; a mark so near to the first of a group stands in it. */
  function together(inside, low) {
    const { width } = list().parentElement.getBoundingClientRect(), groups = [];
    let anchor = -Infinity;
    inside.forEach((i) => {
      const at = share(Math.max(held.columns.start[i], low)) * width;
      if (at - anchor < APART) { groups[groups.length - 1].push(i); return; }
      groups.push([i]);
      anchor = at;
    });
    return groups;
  }

  function said(i) {
    const item = held.meta.items[i], { start, end } = held.columns;
    return [item.label, item.kind, atlas.words.span(start[i], end[i])].join(" · ");
  }

  function one(i, attributes) {
    const item = held.meta.items[i], text = said(i);
    return atlas.element("button", { type: "button", class: "moment", "data-claim": item.id, "data-said": text,
      "aria-label": text, ...attributes }, item.letter);
  }

  function many(group, attributes) {
    const text = atlas.words.count("interventions", group.length);
    const button = atlas.element("button", { type: "button", class: "moment several", "data-said": text, "aria-label": text,
      "aria-expanded": "false", "aria-controls": "moment-list", ...attributes }, atlas.words.number(group.length));
    button.addEventListener("click", () => (button.getAttribute("aria-expanded") === "true" ? close(button) : open(button, group)));
    return button;
  }

  /* One mark, or several that stand as one; each of them keeps its line. */
  function stop(group, at) {
    const [low, high] = atlas.clock.domain(), { start, end } = held.columns;
    const attributes = { tabindex: at ? "-1" : "0" };
    const button = group.length > 1 ? many(group, attributes) : one(group[0], attributes);
    const first = share(Math.max(start[group[0]], low)), last = Math.max(...group.map((i) => share(Math.min(end[i], high) + 1)));
    const row = atlas.element("li", {}, button);
    row.style.setProperty("--at", first * 100 + "%");
    row.style.setProperty("--for", (last - first) * 100 + "%");
    return row;
  }

  /* What several marks stand for, each to be picked; Escape gives the focus back. */
  function open(button, group) {
    close();
    const shown = atlas.find("moment-list");
    shown.replaceChildren(...group.map((i) => atlas.element("li", {},
      atlas.element("button", { type: "button", "data-claim": held.meta.items[i].id }, said(i)))));
    shown.hidden = false;
    atlas.find("moment-note").hidden = true;
    button.setAttribute("aria-expanded", "true");
    const box = button.getBoundingClientRect(), wide = shown.getBoundingClientRect().width;
    shown.style.left = Math.max(6, Math.min(window.innerWidth - wide - 6, box.left - wide / 2)) + "px";
    shown.querySelector("button").focus();
  }

  function close(back) {
    const shown = atlas.find("moment-list");
    if (!shown || shown.hidden) return;
    shown.hidden = true;
    const opener = list().querySelector("[aria-expanded=true]");
    if (opener) opener.setAttribute("aria-expanded", "false");
    if (back && opener) opener.focus();
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
    note.hidden = !button || button.getAttribute("aria-expanded") === "true";
    if (note.hidden) return;
    note.textContent = button.dataset.said;
    const box = button.getBoundingClientRect(), wide = note.getBoundingClientRect().width;
    note.style.left = Math.max(6, Math.min(window.innerWidth - wide - 6, box.left - wide / 2)) + "px";
  }

  atlas.moments = {
    start() {
      const note = atlas.element("p", { id: "moment-note", class: "moment-note", "aria-hidden": "true", hidden: "" });
      const several = atlas.element("ul", { id: "moment-list", class: "moment-list", hidden: "" });
      atlas.find("clock").append(note, several);
      document.addEventListener("click", (event) => { if (!event.target.closest(".several")) close(); });
      document.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || several.hidden) return;
        event.stopPropagation();
        close(true);
      }, true);
      list().addEventListener("keydown", key);
      ["pointerover", "focusin"].forEach((name) => list().addEventListener(name, tell));
      ["pointerleave", "focusout"].forEach((name) => list().addEventListener(name, () => { note.hidden = true; }));
    },
  };
  atlas.on("data", load);
  ["domain", "resized"].forEach((event) => atlas.on(event, () => { if (held) build(); }));
})();
