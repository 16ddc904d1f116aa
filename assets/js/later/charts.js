/* Charts that answer the map and filter it: one a dimension, under all filters but its own. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const NAMES = ["kind", "actor", "unit", "source", "weekday", "month", "trend"];
  const CYCLES = { weekday: 7, month: 12 }, FOLDED = ["kind", "actor", "unit", "source"];
  const ACCENT = ["#17606a", "#7cc4c9"], NAME_SHARE = 0.44, NAME_MOST = 210, SCALE = 44, DIGIT = 6.4;
  const cards = {}, kept = new Map(), KEEP = 80;
  let built = false, turn = 0;

  function open() { return built && atlas.state.table.open && atlas.state.table.tab === "charts"; }
  function say(key, values) { return atlas.words.say(key, values); }
  function unfolded() { return atlas.state.table.unfolded || []; }
  function named(options, day) {
    const said = new Intl.DateTimeFormat(atlas.boot.lang, { timeZone: "UTC", ...options }).format(day);
    return said[0].toUpperCase() + said.slice(1);
  }
  function weekday(number, short) { return named({ weekday: short ? "short" : "long" }, Date.UTC(2024, 0, number)); } // 1 January 2024 was a Monday
  function month(number, short) { return named({ month: short ? "short" : "long" }, Date.UTC(2024, number - 1, 1)); }
  function colour() { return ACCENT[atlas.state.theme === "dark" ? 1 : 0]; }

  /* The query of a chart: with its own filter, since what is chosen keeps its bar; the trend
     shows all of time. */
  function query(name) {
    const parts = new URLSearchParams(name === "trend" ? atlas.state.selection : atlas.link.shown());
    if (unfolded().includes(name)) parts.set("all", "1");
    if (name === "unit") parts.set("lang", atlas.boot.lang);
    return parts.toString();
  }

  async function ask(url) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).message || "");
    return answer.json();
  }

  function fetched(name) {
    const url = `${atlas.boot.base}data/${atlas.boot.snapshot}/chart/${name}.json?${query(name)}`;
    if (!kept.has(url)) {
      if (kept.size >= KEEP) kept.delete(kept.keys().next().value);
      kept.set(url, ask(url).catch((error) => { kept.delete(url); throw error; }));
    }
    return kept.get(url);
  }

  function label(name, row) {
    if (name === "kind") return atlas.kinds.of(row.key).label;
    if (name === "weekday") return weekday(+row.key);
    if (name === "month") return month(+row.key);
    return row.label || row.key;
  }

  function said(row, full) {
    const incidents = atlas.words.count("incidents", row.n);
    if (row.deaths) return say("chart-value-deaths", { label: full, incidents, deaths: atlas.words.number(row.deaths) });
    return say("chart-value", { label: full, incidents });
  }

  /* Days and months stand in their order, also those on which nothing began. */
  function rowsOf(name, answer) {
    if (!CYCLES[name]) return answer.rows;
    const held = new Map(answer.rows.map((row) => [row.key, row.n]));
    return Array.from({ length: CYCLES[name] }, (_, i) => ({ key: String(i + 1), n: held.get(String(i + 1)) || 0 }));
  }

  function barsOf(name, answer) {
    const words = atlas.chartFilters.chosen(name), side = atlas.state.theme === "dark" ? 1 : 0;
    return rowsOf(name, answer).map((row) => {
      const chosen = atlas.chartFilters.names(name, words, row.key), full = label(name, row);
      const kind = name === "kind" ? atlas.kinds.of(row.key) : null;
      const short = name === "weekday" ? weekday(+row.key, true) : name === "month" ? month(+row.key, true) : full;
      return { key: row.key, n: row.n, name: short, said: said(row, full), chosen, faded: words.length > 0 && !chosen,
        colour: kind ? kind.colours[side] : colour(), letter: kind ? kind.letter : "" };
    });
  }

  /* What the bars do not show: values folded away, incidents without a value, deaths beside. */
  function notes(name, answer) {
    const told = [];
    if (answer.others) {
      told.push(atlas.words.count("others-" + name, answer.others.values, {
        values: atlas.words.number(answer.others.values), n: atlas.words.count("incidents", answer.others.n) }) + ".");
    }
    if (name === "actor") told.push(say("chart-several-actors"));
    if (answer.unknown) told.push(atlas.words.count("unknown-" + name, answer.unknown, { n: atlas.words.count("incidents", answer.unknown) }));
    const dead = answer.rows.filter((row) => row.deaths);
    if (dead.length) {
      told.push(say("chart-deaths", { list: dead.map((row) => say("chart-deaths-one", { source: row.key, n: atlas.words.number(row.deaths) })).join(atlas.boot.lang === "fr" ? "\u00a0; " : "; ") }));
    }
    if (name === "trend") told.push(say("chart-trend-help"));
    return told.join(" ");
  }

  function draw(name) {
    const card = cards[name], { answer } = card;
    if (!answer || !window.Plotly) return;
    const none = name === "trend" ? false : !answer.rows.length;
    card.box.hidden = none;
    card.note.textContent = [none ? say("chart-none") : "", notes(name, answer)].filter(Boolean).join(" ");
    more(card, name);
    if (none) return;
    if (name === "trend") { atlas.chartTrend.draw(card, answer); return; }
    const bars = barsOf(name, answer), wide = Math.round(Math.min(NAME_MOST, card.box.clientWidth * NAME_SHARE));
    const upright = Boolean(CYCLES[name]), tall = upright ? atlas.chartBars.TALL : bars.length * atlas.chartBars.ROW;
    /* Where numbers would touch each other, a scale says how many. */
    const longest = Math.max(...bars.map((bar) => atlas.words.number(bar.n).length)) * DIGIT;
    const scale = upright && longest > (card.box.clientWidth - 8) / bars.length, names = upright ? (scale ? SCALE : 4) : wide;
    card.box.style.height = tall + "px";
    card.list.style.setProperty("--names", names + "px");
    atlas.chartBars.buttons(card.list, bars, (bar) => atlas.chartFilters.toggle(name, bar.key));
    if (upright) atlas.chartBars.columns(card.plot, bars, { names, scale });
    else atlas.chartBars.rows(card.plot, bars, wide);
  }

  function more(card, name) {
    const all = unfolded().includes(name);
    card.more.hidden = !FOLDED.includes(name) || !(all || card.answer.others);
    card.more.textContent = say(all ? "chart-fewer" : "chart-all");
    card.more.setAttribute("aria-expanded", String(all));
  }

  function fold(name) {
    const now = unfolded();
    atlas.state.table.unfolded = now.includes(name) ? now.filter((one) => one !== name) : [...now, name];
    atlas.emit("panel");
    renew();
  }

  function card(name) {
    const upright = Boolean(CYCLES[name]) || name === "trend", id = "chart-" + name;
    const made = {
      plot: atlas.element("div", { class: "plot", "aria-hidden": "true" }), list: atlas.element("ul", { "aria-labelledby": id }),
      note: atlas.element("p", { class: "note" }), more: atlas.element("button", { class: "more", type: "button", hidden: "" }), answer: null };
    made.box = atlas.element("div", { class: "chart-box " + (upright ? "chart-columns" : "chart-rows") }, made.plot, made.list);
    made.section = atlas.element("section", { class: "chart" + (name === "trend" ? " wide" : ""), "aria-labelledby": id },
      atlas.element("h3", { id }, say(id)), atlas.element("p", { class: "measure" }, say(name === "trend" ? "chart-measure-mean" : "chart-measure")),
      made.box, made.note, made.more);
    made.more.setAttribute("aria-describedby", id);
    made.list.addEventListener("keydown", atlas.chartBars.arrows);
    made.more.addEventListener("click", () => fold(name));
    cards[name] = made;
    return made.section;
  }

  function build() {
    built = true;
    const chips = atlas.element("div", { id: "filter-chips", class: "filter-chips", role: "group", "aria-label": say("chips") });
    atlas.find("charts").replaceChildren(chips, atlas.element("p", { class: "quiet" }, say("chart-help")),
      atlas.element("div", { class: "chart-grid" }, ...NAMES.map(card)));
    new ResizeObserver(() => redraw()).observe(atlas.find("charts"));
  }

  function chips() { atlas.find("filter-chips").replaceChildren(...atlas.chartFilters.chips()); }

  /* Ask for what changed; the last picture stays, dimmed, until the answer is there. */
  function renew() {
    if (!open() || !atlas.state.window || atlas.clock.busy() || !atlas.boot.snapshot) return;
    const own = ++turn;
    chips();
    NAMES.forEach(async (name) => {
      const waiting = setTimeout(() => cards[name].section.setAttribute("aria-busy", "true"), 250);
      try {
        const answer = await fetched(name);
        if (own !== turn) return;
        cards[name].answer = answer;
        draw(name);
      } catch (error) {
        if (own === turn) atlas.notice(error.message || say("failed"));
      } finally {
        clearTimeout(waiting);
        if (own === turn) cards[name].section.removeAttribute("aria-busy");
      }
    });
  }

  function redraw() { if (open()) NAMES.forEach(draw); }

  /* While time runs, kinds are counted from what is here already, and the trend shows where the
     window is; the others are dimmed until it rests. So are kinds under a filter of their own:
     the cube here holds no others. */
  function follow() {
    if (!open() || !atlas.clock.busy()) return;
    draw("trend");
    const sum = atlas.counts.now(), { answer } = cards.kind, counted = sum && answer && !atlas.chartFilters.chosen("kind").length;
    NAMES.forEach((name) => { if (name !== "trend" && !(name === "kind" && counted)) cards[name].section.setAttribute("aria-busy", "true"); });
    if (!counted) return;
    const held = new Map(atlas.counts.cube().meta.kinds.map((kind, i) => [kind, sum.kinds[i]]));
    const rows = answer.rows.map((row) => ({ ...row, n: held.get(row.key) || 0 }));
    const rest = sum.placed + sum.apart - rows.reduce((all, row) => all + row.n, 0);
    cards.kind.answer = { ...answer, rows, others: answer.others && { ...answer.others, n: rest } };
    draw("kind");
  }

  atlas.charts = {
    weekday, month, colour, unfolded,
    async show() {
      if (!built) build();
      renew();
      try { await atlas.plotly(); } catch (error) { atlas.notice(say("failed")); return; }
      redraw();
    },
  };
  const soon = atlas.settle(renew, 120);
  ["released", "selection", "domain"].forEach((event) => atlas.on(event, soon));
  atlas.on("window", follow);
  atlas.on("theme", redraw);
})();
