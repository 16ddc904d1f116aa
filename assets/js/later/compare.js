/* Opening and closing a comparison, its part of the link, and what the server is asked to tell. */
(function () {
  "use strict";
  const atlas = window.atlas, { compare } = atlas;
  const COVERED = ["hexagons", "incidents"], YEAR = 12, ROOMY = 1700, BOTH = 1280; // pixels that both panels need beside a comparison
  let hidden = [], folded = false, shownAs = false, reach = false;

  function isOn(id) { return Boolean(atlas.state.layers[id] && atlas.state.layers[id].on); }
  function set(id, checked) { atlas.give(atlas.boot.layers.find((one) => one.id === id).switch, { checked }); }

  compare.written = (days) => days.map((day) => atlas.dates.iso(day)).join(",");
  compare.spanOf = (side) => atlas.words.span(...compare.windows()[side]);

  /* The end of the month that the latest incident ends in: claims may go on where no incident does. */
  function lately() {
    const cube = atlas.counts.cube(), ends = cube ? cube.columns.end : [];
    const latest = ends.reduce((most, one) => Math.max(most, one), -Infinity);
    if (latest === -Infinity) return Infinity;
    return cube.meta.step === "day" ? atlas.dates.endOfMonth(latest) : atlas.dates.lastOf(latest);
  }

  /* A window over everything has nothing before it: the last year, or half, is compared then. */
  function leaveRoom() {
    if (!atlas.clock.whole() || compare.chosen("when") !== "before") return;
    const [first, end] = atlas.clock.domain(), { month, firstOf } = atlas.dates, last = Math.min(end, lately());
    const length = Math.min(YEAR, Math.floor((month(last) - month(first) + 1) / 2));
    if (length > 0) atlas.clock.set([firstOf(month(last) - length + 1), last]);
  }

  /** Open the panel, or close it where it is open; the map shows what changed. */
  compare.open = function () {
    if (isOn(compare.LAYER)) { compare.close(); return; }
    leaveRoom();
    hidden = COVERED.filter(isOn);
    hidden.forEach((id) => set(id, false));
    reach = true;
    atlas.panels.dismiss();
    set(compare.LAYER, true);
  };

  /* Whoever opened the panel by its button goes on in it. */
  async function fill() {
    await compare.build();
    const first = document.querySelector(".compare-views button");
    if (reach && first) first.focus();
    reach = false;
  }

  compare.close = function () {
    set(compare.LAYER, false);
    hidden.forEach((id) => set(id, true));
    hidden = [];
    atlas.find("compare-toggle").focus();
  };

  /** The hexagons as a table. */
  compare.table = function () {
    atlas.find("table-layer").value = compare.LAYER;
    atlas.table.of(compare.LAYER);
    if (!atlas.state.table.open) atlas.table.toggle(true);
  };

  /** Compare so many months before a day with as many from it on. */
  compare.around = function (day, months) {
    compare.choose("when", compare.written([compare.monthsOn(day, -months), day - 1]));
    atlas.clock.set([day, compare.monthsOn(day, months) - 1]);
  };

  /** A date was typed; what is none stays marked and changes nothing. */
  compare.typed = function (side, edge, input) {
    const day = atlas.dates.read(input.value, edge === 1), days = compare.windows()[side].slice();
    days[edge] = day;
    const wrong = day === null || days[0] > days[1];
    input.setAttribute("aria-invalid", String(wrong));
    if (wrong) { atlas.notice(atlas.words.say(day === null ? "date-form" : "compare-crossed")); return; }
    if (side === "b") atlas.clock.set(days);
    else compare.choose("when", compare.written(days));
    input.value = atlas.dates.iso(day);
  };

  /* The panel stands where the layers do, unless there is room for both. */
  function room(taken) {
    const open = atlas.panels.isOpen("left");
    if (taken && open && window.innerWidth < ROOMY) { folded = true; atlas.panels.toggle("left"); }
    if (taken && window.innerWidth < BOTH && atlas.panels.isOpen("right")) atlas.panels.toggle("right");
    if (!taken && folded && !open) atlas.panels.toggle("left");
    if (!taken) folded = false;
  }

  /* The panel is there while the layer is on, whichever way it was switched. */
  function follow() {
    const on = isOn(compare.LAYER), panel = atlas.find("compare-panel");
    atlas.find("compare-toggle").setAttribute("aria-expanded", String(on));
    if (on === shownAs) return;
    shownAs = on;
    panel.hidden = !on;
    document.documentElement.toggleAttribute("data-comparing", on);
    room(on);
    if (on) fill();
    if (!on) {
      if (["a", "b"].includes(compare.chosen("show"))) compare.choose("show", "ratio");
      compare.show("difference");
    }
    ask();
  }

  /* A unit picked on the map is found in the table of regions. */
  function find() {
    const { picked } = atlas.state, unit = picked ? String(picked.id).split("/").pop() : "";
    document.querySelectorAll(".compare-regions [data-unit]").forEach((row) => {
      const own = unit !== "" && row.dataset.unit === unit;
      row.toggleAttribute("data-picked", own);
      if (!own) return;
      row.closest("details").open = true;
      row.scrollIntoView({ block: "nearest" });
    });
  }

  let asked = "";
  const ask = atlas.settle(() => {
    if (!shownAs || atlas.clock.busy() || !atlas.state.window) return;
    const { a, b, when } = atlas.options.of(compare.LAYER);
    const request = { selection: atlas.state.selection, window: atlas.state.window.map((day) => atlas.dates.iso(day)), options: { a, b, when } };
    if (JSON.stringify(request) === asked) return;
    asked = JSON.stringify(request);
    atlas.give(atlas.boot.ids.compareRequest, { data: request });
  }, 200);

  function read() {
    if (!shownAs || compare.view === "difference") return "";
    return compare.view === "swipe" ? "swipe:" + Math.round(100 * compare.split) : compare.view;
  }
  read.write = function (text) {
    const [view, at] = text.split(":");
    if (+at > 0 && +at < 100) compare.split = +at / 100;
    compare.show(["swipe", "side"].includes(view) ? view : "difference");
    compare.write();
  };

  atlas.link.carries("compare", read, "compare");
  atlas.on("layers", follow);
  atlas.on("picked", find);
  ["released", "selection", "options"].forEach((event) => atlas.on(event, ask));
  follow();
  if (shownAs && atlas.boot.carried.compare) read.write(atlas.boot.carried.compare);
})();
