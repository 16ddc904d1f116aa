/* The table twin of the map: asks for a page of rows when it is open and something changed. */
(function () {
  "use strict";
  const atlas = window.atlas;

  function request() {
    const { table } = atlas.state;
    if (!table.open || !atlas.state.window || atlas.clock.busy()) return;
    atlas.give(atlas.boot.ids.tableRequest, { data: {
      query: atlas.link.shown(), page: table.page, sort: table.sort, descending: table.descending,
      layer: table.layer || "", res: atlas.map.resolution(), options: atlas.options.of(table.layer) } });
  }

  const again = atlas.settle(() => { atlas.state.table.page = 1; request(); }, 300);
  ["released", "selection", "options"].forEach((event) => atlas.on(event, again));

  atlas.table = {
    toggle(open) {
      const { table } = atlas.state;
      table.open = open === undefined ? !table.open : open;
      document.documentElement.toggleAttribute("data-table", table.open);
      const button = atlas.find("table-toggle");
      if (button) button.setAttribute("aria-expanded", String(table.open));
      request();
      const panel = atlas.find("table-panel");
      if (table.open) panel.focus({ preventScroll: true });
      else if (panel.contains(document.activeElement) && button) button.focus();
    },

    sort(field) {
      const { table } = atlas.state;
      table.descending = table.sort === field ? !table.descending : false;
      table.sort = field;
      table.page = 1;
      request();
    },

    /** Show the rows of a layer; empty for incidents in full. */
    of(layer) {
      Object.assign(atlas.state.table, { layer, page: 1, sort: layer ? "" : "date_start", descending: !layer });
      request();
    },

    page(number) { atlas.state.table.page = number; request(); },
  };

  document.addEventListener("change", (event) => {
    if (event.target.id === "table-layer") atlas.table.of(event.target.value);
  });
  document.addEventListener("click", (event) => {
    const sort = event.target.closest("[data-sort]"), page = event.target.closest("[data-page]");
    if (sort) atlas.table.sort(sort.dataset.sort);
    if (page) atlas.table.page(+page.dataset.page);
    if (event.target.closest("#table-close")) atlas.table.toggle(false);
  });
})();
