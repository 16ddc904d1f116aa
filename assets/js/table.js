/* The panel over the lower half: the table twin of the map, and the charts, which come when opened. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const TABS = ["table", "charts"], SIZES = [25, 50, 100, 250];
  Object.assign(atlas.state.table, { tab: "table", layer: "", size: 50, inView: false });

  /** What the table shows, as the server is asked for it. */
  function wanted() {
    const { table, picked } = atlas.state, own = picked && picked.layer === (table.layer || "incidents");
    return {
      query: atlas.link.shown(), page: table.page, sort: table.sort, descending: table.descending, size: table.size,
      layer: table.layer, res: atlas.map.resolution(), options: atlas.options.of(table.layer),
      view: table.inView ? atlas.map.seen().map((edge) => +edge.toFixed(4)) : null, picked: own ? picked.id : null };
  }

  function request() {
    const { table } = atlas.state;
    if (!table.open || table.tab !== "table" || !atlas.state.window || atlas.clock.busy()) return;
    atlas.need("table").then(() => atlas.rows.ask(wanted()));
  }

  function show() {
    const { table } = atlas.state;
    document.documentElement.toggleAttribute("data-table", table.open);
    TABS.forEach((tab) => {
      const here = table.tab === tab, opener = atlas.find(tab + "-toggle"), button = atlas.find("tab-" + tab);
      if (opener) opener.setAttribute("aria-expanded", String(table.open && here));
      button.setAttribute("aria-selected", String(here));
      button.tabIndex = here ? 0 : -1;
    });
    atlas.find("table-tab").hidden = table.tab !== "table";
    atlas.find("charts").hidden = table.tab !== "charts";
    request();
    if (table.open && table.tab === "charts") atlas.need("charts").then(() => atlas.charts.show());
    atlas.emit("panel");
  }

  const again = atlas.settle(() => { atlas.state.table.page = 1; request(); }, 300);
  ["released", "selection", "options"].forEach((event) => atlas.on(event, again));
  atlas.on("view", () => { if (atlas.state.table.inView) again(); });

  atlas.table = {
    /** Open or close; `tab` says what is shown, and to ask for another one changes it. The focus
        goes along, unless it was a link that asked. */
    toggle(open, tab, byLink) {
      const { table } = atlas.state, to = tab || "table";
      const next = open === undefined ? !(table.open && table.tab === to) : open, was = table.tab;
      table.open = next;
      if (next) table.tab = to;
      show();
      if (byLink) return;
      const panel = atlas.find("table-panel"), opener = atlas.find(was + "-toggle");
      if (next) atlas.panels.dismiss();
      if (next) panel.focus({ preventScroll: true });
      else if (panel.contains(document.activeElement) && opener) opener.focus();
    },

    sort(field) {
      const { table } = atlas.state;
      table.descending = table.sort === field ? !table.descending : false;
      table.sort = field;
      this.change({});
    },

    /** Show the rows of a layer; empty for incidents in full. */
    of(layer) { this.change({ layer, sort: layer ? "" : "date_start", descending: !layer }); },

    page(number) { atlas.state.table.page = number; request(); },
    change(parts) { Object.assign(atlas.state.table, { page: 1 }, parts); request(); atlas.emit("panel"); },
    request,
  };

  /* In the link: `charts`, or `table` with layer, order, rows on a page, and whether only those in view. */
  function text() {
    const { open, tab, layer, sort, descending, size, inView } = atlas.state.table;
    if (!open) return "";
    if (tab === "charts") return ["charts", ...(atlas.charts ? atlas.charts.unfolded() : [])].join(":");
    const said = ["table", layer, sort, descending ? "down" : "up", size, inView ? "view" : ""].join(":");
    return said === "table::date_start:down:50:" ? "table" : said;
  }

  text.write = function (said) {
    if (said === text()) return;
    const [tab, layer, sort, order, size, view] = said.split(":"), { table } = atlas.state;
    if (tab === "table" && order) {
      const known = atlas.boot.layers.some((one) => one.id === layer);
      Object.assign(table, { layer: known ? layer : "", sort, descending: order === "down", page: 1,
        size: SIZES.includes(+size) ? +size : 50, inView: view === "view" });
    }
    if (tab === "charts") table.unfolded = said.split(":").slice(1);
    const open = TABS.includes(tab);
    if (open || table.open) atlas.table.toggle(open, tab, true);
  };

  let begun = false;
  atlas.on("domain", () => {
    if (begun) return;
    begun = true;
    atlas.link.carries("panel", text, "panel");
    if (atlas.boot.carried.panel) text.write(atlas.boot.carried.panel);
  });

  /* The tools are there before the rows are. */
  document.addEventListener("change", (event) => {
    const { id, value } = event.target;
    if (id === "table-layer") atlas.table.of(value);
    if (id === "table-size") atlas.table.change({ size: +value });
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("#table-view")) atlas.table.change({ inView: !atlas.state.table.inView });
    const tab = event.target.closest("#tab-table, #tab-charts");
    if (tab) atlas.table.toggle(true, tab.id.slice(4));
    if (event.target.closest("#charts-toggle")) atlas.table.toggle(undefined, "charts");
    if (event.target.closest("#table-close")) atlas.table.toggle(false);
  });
  document.addEventListener("keydown", (event) => {
    const tab = event.key.startsWith("Arrow") && event.target.closest("#tab-table, #tab-charts");
    if (!tab) return;
    const other = TABS.find((one) => "tab-" + one !== tab.id);
    atlas.table.toggle(true, other);
    atlas.find("tab-" + other).focus();
  });
})();
