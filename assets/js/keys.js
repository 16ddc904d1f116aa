/* Keys for what is done often; never while a person types. */
(function () {
  "use strict";
  const atlas = window.atlas;

  const ACTIONS = {
    " ": () => atlas.clock.toggle(),
    ArrowLeft: (event) => (event.shiftKey ? atlas.clock.leap(-1) : atlas.clock.step(-1)),
    ArrowRight: (event) => (event.shiftKey ? atlas.clock.leap(1) : atlas.clock.step(1)),
    Home: () => atlas.clock.end(-1),
    End: () => atlas.clock.end(1),
    "+": () => atlas.map.zoom(0.5),
    "=": () => atlas.map.zoom(0.5),
    "-": () => atlas.map.zoom(-0.5),
    l: () => atlas.panels.reach("section-layers"),
    f: () => atlas.panels.reach("section-filters"),
    t: () => atlas.table.toggle(),
    g: () => atlas.table.toggle(undefined, "charts"),
    c: () => atlas.find("compare-toggle").click(),
    e: () => atlas.find("export-open").click(),
    "/": () => atlas.search.focus(),
    "?": () => atlas.help(true),
    Escape: () => atlas.panels.dismiss() || (atlas.state.table.open ? atlas.table.toggle(false) : atlas.pick(null)),
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
    const action = ACTIONS[event.key] || ACTIONS[event.key.toLowerCase()];
    if (!action || typing(event.target) || own(event.target, event.key)) return;
    event.preventDefault();
    action(event);
  });
})();
