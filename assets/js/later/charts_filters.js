/* What each chart filters by: what is chosen now, choosing and letting go, and a chip for each filter. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const FILTERS = { kind: "kind", actor: "actor_is", unit: "admin1", source: "source", weekday: "weekday", month: "month" };
  const NAMED = 3, LONGEST = 40;

  /** A filter's name in a query: `actor_is` is `actor-is`. */
  function argument(filter) { return filter.replace(/_$/, "").replace(/_/g, "-"); }

  function given(filter) { return new URLSearchParams(atlas.state.selection).getAll(argument(filter)); }

  /* A family of kinds stands in a query for all of its kinds. */
  function kinds(words) {
    return words.flatMap((word) => {
      const own = atlas.boot.kinds.filter((kind) => kind.group === word).map((kind) => kind.id);
      return atlas.boot.kinds.some((kind) => kind.id === word) ? [word] : own;
    });
  }

  function chosen(dimension) {
    const words = given(FILTERS[dimension]);
    return dimension === "kind" ? kinds(words) : words;
  }

  /* A link may name a unit without its country. */
  function names(dimension, words, key) {
    return words.includes(key) || (dimension === "unit" && words.includes(key.replace(/ \([A-Z]{2}\)$/, "")));
  }

  function set(filter, value) { atlas.give(atlas.boot.filters[filter].id, { value }); }

  function toggle(dimension, key) {
    const words = chosen(dimension), on = names(dimension, words, key);
    set(FILTERS[dimension], on ? words.filter((word) => !names(dimension, [word], key)) : [...words, key]);
  }

  /* What a filter is called where it is set. */
  function label(filter) {
    const { id } = atlas.boot.filters[filter], own = document.querySelector(`label[for="${id}"]`);
    return own ? own.textContent : filter;
  }

  function value(filter, word) {
    if (filter === "kind") {
      const group = atlas.boot.groups.find((one) => one.id === word);
      return group ? group.label : atlas.kinds.of(word).label;
    }
    if (filter === "weekday") return atlas.charts.weekday(+word);
    if (filter === "month") return atlas.charts.month(+word);
    return word.length > LONGEST ? word.slice(0, LONGEST) + "…" : word; // corners of an area are no reading
  }

  function values(filter, words) {
    const said = words.slice(0, NAMED).map((word) => value(filter, word)).join(", ");
    return words.length > NAMED ? atlas.words.say("chip-more", { values: said, n: words.length - NAMED }) : said;
  }

  function chip(name, said, clear) {
    const icon = atlas.element("span", { class: "icon icon-close", "aria-hidden": "true" });
    const button = atlas.element("button", { type: "button", "aria-label": atlas.words.say("chip-clear", { name, values: said }) },
      atlas.words.say("chip", { name, values: said }), icon);
    button.addEventListener("click", () => {
      // The next chip takes the focus, so that all can be cleared by one key.
      const next = button.nextElementSibling || button.previousElementSibling || atlas.find("charts");
      next.focus();
      clear();
    });
    return button;
  }

  function chips() {
    const made = Object.keys(atlas.boot.filters).filter((filter) => given(filter).length).map((filter) => chip(
      label(filter), values(filter, given(filter)), () => atlas.filters.clear([filter])));
    if (!atlas.clock.whole()) {
      made.push(chip(atlas.words.say("chip-window"), atlas.words.span(...atlas.state.window), () => atlas.clock.set(atlas.clock.domain())));
    }
    if (!made.length) return [atlas.element("span", { class: "quiet" }, atlas.words.say("chips-none"))];
    return made;
  }

  atlas.chartFilters = { FILTERS, argument, chosen, names, toggle, chips };
})();
