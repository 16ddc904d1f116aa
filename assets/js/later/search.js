/* What the search field finds: groups of answers while typing, and what choosing one does. */
(function () {
  "use strict";
  const atlas = window.atlas, { element } = atlas;
  const field = atlas.find("search"), list = atlas.find("search-list");
  const say = (key, values) => atlas.words.say(key, values);
  const QUIET = 180, CLOSE = 9;
  let asking = null, items = [], chosen = -1, spot = null;

  function options() { return [...list.querySelectorAll("[role=option]")]; }

  function open(on) {
    list.hidden = !on;
    field.setAttribute("aria-expanded", String(on));
    if (!on) choose(-1);
  }

  function choose(n) {
    chosen = n;
    options().forEach((one, i) => one.setAttribute("aria-selected", String(i === n)));
    const one = options()[n];
    if (one) { field.setAttribute("aria-activedescendant", one.id); one.scrollIntoView({ block: "nearest" }); }
    else field.removeAttribute("aria-activedescendant");
  }

  function option(item, n) {
    return element("div", { role: "option", id: "search-" + n, "aria-selected": "false", "data-n": n },
      element("span", {}, item.label), element("span", { class: "quiet" }, item.says || ""));
  }

  /* A list must hold an option; this one cannot be taken. */
  function nothing(text) {
    list.replaceChildren(element("div", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "search-title" }, text));
  }

  function show(groups) {
    items = groups.flatMap((group) => group.items);
    let n = 0;
    list.replaceChildren(...groups.map((group) => element("div", { role: "group", "aria-labelledby": "search-group-" + group.id },
      element("div", { class: "search-title", id: "search-group-" + group.id, role: "presentation" }, group.title),
      ...group.items.map((item) => option(item, n++)))));
    if (!items.length) nothing(say(field.value.trim().length < 2 ? "search-more" : "search-none"));
    open(true);
    tell(items.length ? atlas.words.count("search-found", items.length) : say("search-none"));
  }

  /* Read out by a screen reader, since a list that changes is not. */
  function tell(text) { status.textContent = text; }
  const status = element("div", { role: "status", class: "unseen" });
  atlas.find("search-box").append(status);

  async function ask() {
    if (asking) asking.abort();
    const text = field.value.trim();
    if (!text) { open(false); return; }
    asking = new AbortController();
    try {
      const answer = await fetch(`${atlas.boot.base}search?lang=${atlas.boot.lang}`, {
        method: "POST", headers: { "Content-Type": "application/json", "X-Atlas": "1" }, signal: asking.signal,
        body: JSON.stringify({ q: text, selection: atlas.link.shown() }) });
      if (!answer.ok) throw new Error(String(answer.status));
      show((await answer.json()).groups);
    } catch (error) {
      if (error.name === "AbortError") return;
      items = [];
      nothing(say("failed"));
      open(true);
    }
  }
  const soon = atlas.settle(ask, QUIET);

  function leave() {
    open(false);
    field.value = "";
    if (atlas.search.fold()) atlas.find("search-open").focus();
    else field.blur();
  }

  function give(name, value) { atlas.give(atlas.boot.filters[name].id, { value }); }

  async function mark(item) {
    await atlas.need("area");
    atlas.area.spot = [item.lon, item.lat];
    atlas.area.sheet.paint();
    card(item);
  }

  function go(item) {
    atlas.panels.dismiss();
    if (item.bounds) atlas.need("area").then(() => atlas.area.fit(item.bounds));
    else atlas.map.look({ longitude: item.lon, latitude: item.lat, zoom: Math.max(atlas.state.view.zoom, CLOSE) });
    mark(item);
  }

  /* What was found, on the map, with what can be done about it. */
  function card(item) {
    gone();
    spot = item;
    const act = (key, does) => {
      const made = element("button", { type: "button", class: "plain-button" }, say(key));
      made.addEventListener("click", does);
      return made;
    };
    const km = element("input", { type: "number", min: "1", max: "500", value: "10", id: "search-km" });
    const only = item.does === "unit" || item.does === "country" ? act("search-only-in", () => within(item)) : act("search-only", () => around(item, +km.value));
    const made = element("div", { id: "place-card", class: "place-card", role: "group", "aria-label": item.name },
      element("div", {}, element("b", {}, item.name), element("span", { class: "quiet" }, item.says)),
      element("div", { class: "row" }, ...(item.bounds ? [] : [element("label", { for: "search-km" }, say("search-km"), km)]), only,
        ...(item.does === "unit" ? [act("search-details", () => atlas.pick({ layer: "boundaries", id: "boundaries/" + item.id }))] : []), act("close", () => { gone(); atlas.find("search").focus(); })));
    made.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.stopPropagation(); gone(); } });
    atlas.find("map").append(made);
    only.focus();
  }

  function gone() {
    const old = atlas.find("place-card");
    if (old) old.remove();
    spot = null;
    if (atlas.area) { atlas.area.spot = null; atlas.area.sheet.paint(); }
  }

  function around(item, km) {
    gone();
    atlas.area.give({ area: `circle:${item.lon.toFixed(4)},${item.lat.toFixed(4)},${Math.min(500, Math.max(1, km || 10))}` });
    atlas.area.zoomNext();
  }

  function within(item) {
    gone();
    if (item.does === "country") give("country", [item.id]);
    else if (item.level <= 2) atlas.area.give({ unit: item.id });
  }

  const ACTS = {
    place: go, unit: go, country: go,
    actor: (item) => { give("actor_is", [item.name]); atlas.notice(say("search-filtered", { what: item.label, says: item.says }), "done"); },
    text: (item) => { give("text", item.words); atlas.notice(say("search-filtered-words", { words: item.words }), "done"); },
  };

  function act(n) {
    const item = items[n];
    if (!item) return;
    leave();
    ACTS[item.does](item);
  }

  field.addEventListener("input", soon);
  field.addEventListener("keydown", (event) => {
    const last = items.length - 1, shown = !list.hidden;
    const to = { ArrowDown: chosen >= last ? 0 : chosen + 1, ArrowUp: chosen <= 0 ? last : chosen - 1 }[event.key];
    if (to !== undefined && items.length) { if (!shown) open(true); choose(to); }
    else if (event.key === "Enter") { if (shown) act(Math.max(0, chosen)); else ask(); }
    else if (event.key === "Escape") { if (shown) open(false); else leave(); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => {
    const one = event.target.closest("[role=option]");
    if (one) act(+one.dataset.n);
  });
  field.addEventListener("blur", () => setTimeout(() => { if (document.activeElement !== field) { open(false); if (!field.value) atlas.search.fold(); } }, 120));
  if (field.value) soon();
})();
