/* What a person does in the table: sort, turn pages, choose rows; and the row of what is picked. */
(function () {
  "use strict";
  const atlas = window.atlas;

  /* The address of exactly this table as a file. */
  function download(wanted) {
    const query = new URLSearchParams(wanted.query);
    const own = { "t.layer": wanted.layer, "t.sort": wanted.sort, "t.order": wanted.descending ? "down" : "up",
      "t.view": wanted.view ? wanted.view.join(",") : "", res: wanted.res, lang: atlas.boot.lang };
    Object.entries(own).forEach(([name, value]) => { if (value) query.set(name, value); });
    Object.entries(wanted.options).forEach(([name, value]) => query.set("o." + name, value));
    return `${atlas.boot.base}download/table.csv?${query}`;
  }

  /* Controls show what is in force, also where a link brought it. */
  function dress(wanted) {
    atlas.find("table-layer").value = wanted.layer;
    atlas.find("table-size").value = String(wanted.size);
    atlas.find("table-view").setAttribute("aria-checked", String(Boolean(wanted.view)));
    atlas.find("table-download").setAttribute("href", download(wanted));
  }

  function rowOf(picked) {
    const name = picked.layer === "incidents" && !atlas.state.table.layer ? "incident" : "mark";
    return [...atlas.find("table").querySelectorAll(`[data-${name}]`)]
      .find((button) => button.dataset[name] === picked.id && (name === "incident" || button.dataset.layer === picked.layer));
  }

  /* Say which row is picked; it is brought into sight, unless the focus is there already. */
  function mark(move) {
    const { picked } = atlas.state, table = atlas.find("table");
    const button = picked && rowOf(picked), row = button && button.closest("tr");
    table.querySelectorAll("tr[aria-current]").forEach((one) => { if (one !== row) one.removeAttribute("aria-current"); });
    if (!row) return false;
    row.setAttribute("aria-current", "true");
    if (move && !row.contains(document.activeElement)) row.scrollIntoView({ block: "nearest" });
    return true;
  }

  atlas.on("picked", () => {
    const { table, picked } = atlas.state;
    if (!table.open || table.tab !== "table") return;
    const own = picked && picked.layer === (table.layer || "incidents");
    if (!mark(true) && own) atlas.table.request();
  });
  /* A table that is drawn anew drops the focus: it goes back to the button that asked for it, or
     where that is out of use to its neighbour. */
  let asking = null;
  function refocus() {
    if (!asking || (document.activeElement && document.activeElement !== document.body && document.activeElement.id !== "table-panel")) return;
    const again = asking.map((name) => atlas.find("table").querySelector(name)).find((one) => one && !one.disabled);
    if (again) again.focus({ preventScroll: true });
  }

  new MutationObserver(() => { mark(true); refocus(); }).observe(atlas.find("table"), { childList: true, subtree: true });

  atlas.rows = { asked: dress };

  document.addEventListener("change", (event) => {
    const { id, value } = event.target;
    if (id === "table-layer") atlas.table.of(value);
    if (id === "table-size") atlas.table.change({ size: +value });
  });
  document.addEventListener("click", (event) => {
    const sort = event.target.closest("#table [data-sort]"), page = event.target.closest("#table [data-page]");
    asking = sort ? [`[data-sort="${sort.dataset.sort}"]`] : page ? ["#" + page.id, "#table-back", "#table-on"] : null;
    if (sort) atlas.table.sort(sort.dataset.sort);
    if (page) atlas.table.page(+page.dataset.page);
    if (event.target.closest("#table-view")) atlas.table.change({ inView: !atlas.state.table.inView });
    const row = event.target.closest("#table [data-at]");
    if (row) atlas.map.reach(row.dataset.at.split(",").map(Number));
  });
})();
