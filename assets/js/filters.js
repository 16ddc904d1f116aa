/* Emptying filters at once; what they then mean is decided by the server, as always. */
(function () {
  "use strict";
  const atlas = window.atlas;

  atlas.filters = {
    /** Empty some filters by name, or all of them. */
    clear(names) {
      Object.entries(atlas.boot.filters)
        .filter(([name]) => !names || names.includes(name))
        .forEach(([, control]) => atlas.give(control.id, { value: control.empty }));
    },
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest("#clear-filters")) atlas.filters.clear();
  });
})();
