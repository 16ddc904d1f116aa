/* Taking a link's state back without opening the page again: undo, redo and saved views. */
(function () {
  "use strict";
  const atlas = window.atlas;
  let waiting = null;

  /* A filter's name in a link: `from_` is `from`, `max_where_precision` is `max-where-precision`. */
  function argument(name) { return name.replace(/_$/, "").replace(/_/g, "-"); }

  function filters(query) {
    Object.entries(atlas.boot.filters).forEach(([name, control]) => {
      const given = query.getAll(argument(name));
      const value = Array.isArray(control.empty) ? given : given.length ? given[given.length - 1] : control.empty;
      atlas.give(control.id, { value });
    });
  }

  /* Switches and strengths as the link lists them: `hexagons:85,corridors`. */
  function layers(query) {
    const on = new Map((query.get("layers") || "").split(",").filter(Boolean).map((part) => part.split(":")));
    atlas.boot.layers.forEach((layer) => {
      atlas.give(layer.switch, { checked: on.has(layer.id) });
      if (on.has(layer.id)) atlas.give(`layer-${layer.id}-opacity`, { value: +(on.get(layer.id) || 100) });
    });
  }

  function options(query) {
    const chosen = new Map((query.get("options") || "").split(",").filter(Boolean).map((part) => {
      const at = part.indexOf(":");
      return [part.slice(0, at), decodeURIComponent(part.slice(at + 1))];
    }));
    atlas.boot.layers.forEach((layer) => Object.entries(layer.options).forEach(([name, usual]) => {
      const wanted = chosen.has(`${layer.id}.${name}`) ? chosen.get(`${layer.id}.${name}`) : usual;
      if (atlas.options.of(layer.id)[name] !== wanted) atlas.give(`layer-${layer.id}-${name}`, { value: wanted });
    }));
  }

  function time(query) {
    const days = (query.get("window") || "").split(",").map((iso) => atlas.dates.read(iso, false));
    atlas.clock.set(days.length === 2 && !days.includes(null) ? days : atlas.clock.domain());
  }

  function view(query) {
    const [longitude, latitude, zoom] = (query.get("view") || "").split(",").map(Number);
    if ([longitude, latitude, zoom].every(Number.isFinite)) atlas.map.look({ longitude, latitude, zoom });
  }

  /* Whether a link's filters are others than those in force: only then does the server answer. */
  function filtersOtherwise(query) {
    const now = new URLSearchParams(atlas.state.selection), names = Object.keys(atlas.boot.filters).map(argument);
    return names.some((name) => query.getAll(name).join("\n") !== now.getAll(name).join("\n"));
  }

  /** Take back everything that a link of this page says. */
  atlas.link.apply = function (link) {
    const query = new URLSearchParams(link.slice(link.indexOf("?") + 1));
    // An answer that is still on its way, to a link before, is to find this one as well.
    waiting = waiting || filtersOtherwise(query) ? query : null;
    filters(query);
    layers(query);
    options(query);
    atlas.give("resolution", { value: query.get("res") || "auto" });
    atlas.link.bring(query);
    time(query);
    view(query);
  };

  /* The server answers new filters a moment later, and what time spans with them. */
  atlas.on("selection", () => {
    if (waiting) time(waiting);
    waiting = null;
  });
})();
