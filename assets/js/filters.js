/* Setting and emptying filters from elsewhere; what they then mean is decided by the server, as always. */
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

    /** Keep what lies within so many kilometres of a corridor. */
    near(corridor, km) { atlas.give(atlas.boot.filters.near.id, { value: corridor + ":" + km }); },
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest("#clear-filters")) atlas.filters.clear();
    const near = event.target.closest("[data-near]");
    if (near) atlas.filters.near(near.dataset.near, near.closest(".reach").querySelector("input").value);
  });
})();
