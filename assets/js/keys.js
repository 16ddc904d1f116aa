/* Keys for what is done often; never while a person types. */
(function () {
  "use strict";
  const atlas = window.atlas;

  /* What keys can do; which key does what is told by callbacks/keys.py, and listed in help. */
  const ACTIONS = {
    play: () => atlas.clock.toggle(),
    back: (event) => (event.shiftKey ? atlas.clock.leap(-1) : atlas.clock.step(-1)),
    on: (event) => (event.shiftKey ? atlas.clock.leap(1) : atlas.clock.step(1)),
    first: () => atlas.clock.end(-1),
    last: () => atlas.clock.end(1),
    nearer: () => atlas.map.zoom(0.5),
    farther: () => atlas.map.zoom(-0.5),
    layers: () => atlas.panels.reach("section-layers"),
    filters: () => atlas.panels.reach("section-filters"),
    table: () => atlas.table.toggle(),
    charts: () => atlas.table.toggle(undefined, "charts"),
    compare: () => atlas.find("compare-toggle").click(),
    export: () => atlas.find("export-open").click(),
    search: () => atlas.search.focus(),
    help: () => atlas.help(true),
    close: () => atlas.panels.dismiss() || (atlas.state.table.open ? atlas.table.toggle(false) : atlas.pick(null)),
  };

  function typing(target) {
    return target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=menu], [role=listbox], [role=dialog], dialog");
  }

  /* Space and the arrows belong to a control that has the focus, Escape to what is open over the page. */
  function own(target, key) {
    if (key === "Escape") return document.querySelector(":popover-open");
    if (key === " ") return target.closest("button, a, summary, input, [role=slider]");
    return (key.startsWith("Arrow") || key === "Home" || key === "End") && (target.id === "map" || target.closest("input[type=radio], [role=slider], [role=tab], .scrolls"));
  }

  /* Ctrl or Cmd with Z, and with Shift; a field being typed in has its own. */
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !atlas.boot || typing(event.target)) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) atlas.undo.again();
    else atlas.undo.back();
  });

  document.addEventListener("keydown", (event) => {
    if (!atlas.boot || !atlas.state.window || event.ctrlKey || event.metaKey || event.altKey) return;
    const { keys } = atlas.boot, action = ACTIONS[keys[event.key] || keys[event.key.toLowerCase()]];
    if (!action || typing(event.target) || own(event.target, event.key)) return;
    event.preventDefault();
    action(event);
  });
})();
