/* Asks for a page of the table, and what a person does in it: sort, turn pages, choose rows. */
(function () {
  "use strict";
  const atlas = window.atlas;
  let turn = 0, last = null;

  function address(wanted, more) {
    const query = new URLSearchParams(wanted.query);
    const own = { "t.layer": wanted.layer, "t.sort": wanted.sort, "t.order": wanted.descending ? "down" : "up",
      "t.view": wanted.view ? wanted.view.join(",") : "", res: wanted.res, lang: atlas.boot.lang, ...more };
    Object.entries(own).forEach(([name, value]) => { if (value) query.set(name, value); });
    Object.entries(wanted.options).forEach(([name, value]) => query.set("o." + name, value));
    return query;
  }

  /* Controls show what is in force, also where a link brought it; the file is exactly this table. */
  function dress(wanted) {
    atlas.find("table-layer").value = wanted.layer;
    atlas.find("table-size").value = String(wanted.size);
    atlas.find("table-view").setAttribute("aria-checked", String(Boolean(wanted.view)));
    atlas.find("table-download").setAttribute("href", `${atlas.boot.base}download/table.csv?${address(wanted, {})}`);
  }

  async function fetched(wanted) {
    const query = address(wanted, { "t.page": wanted.page, "t.size": wanted.size, "t.picked": wanted.picked });
    const answer = await fetch(`${atlas.boot.base}data/${atlas.boot.snapshot}/table.json?${query}`);
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(told.message || atlas.words.say("failed"));
    return told;
  }

  async function ask(wanted) {
    dress(wanted);
    if (!atlas.boot.snapshot) return;
    const own = ++turn, box = atlas.find("table");
    box.setAttribute("aria-busy", "true");
    try {
      const answer = await fetched(wanted);
      if (own !== turn) return;
      const focused = document.activeElement, held = box.contains(focused) && like(focused);
      atlas.tableDraw(box, answer, last && last.page === wanted.page && last.sort === wanted.sort && last.layer === wanted.layer);
      last = wanted;
      mark(true);
      if (held) refocus(box, held);
    } catch (error) {
      if (own === turn) box.replaceChildren(atlas.element("p", { role: "alert" }, error.message));
    } finally {
      if (own === turn) box.removeAttribute("aria-busy");
    }
  }

  /* Tell how an element is found again in a table drawn anew, and what is nearest like it. */
  function like(one) {
    if (one.dataset.page) return ["#" + one.id, "#table-back", "#table-on"];
    if (one.matches("summary")) return ["summary"];
    const name = ["sort", "incident", "mark"].find((own) => one.dataset[own]);
    return name ? [`[data-${name}="${CSS.escape(one.dataset[name])}"]`] : [];
  }

  /* A table drawn anew drops the focus: it goes back to where it was, whatever asked for the table. */
  function refocus(box, names) {
    const found = names.map((name) => box.querySelector(name)).find((one) => one && !one.disabled);
    (found || box.querySelector(".table-scroll")).focus({ preventScroll: true });
  }

  function rowOf(picked) {
    const name = picked.layer === "incidents" && !atlas.state.table.layer ? "incident" : "mark";
    return [...atlas.find("table").querySelectorAll(`[data-${name}]`)]
      .find((button) => button.dataset[name] === picked.id && (name === "incident" || button.dataset.layer === picked.layer));
  }

  /* Say which row is picked; it is brought into sight, unless the focus is there already. */
  function mark(move) {
    const { picked } = atlas.state, button = picked && rowOf(picked), row = button && button.closest("tr");
    atlas.find("table").querySelectorAll("tr[aria-current]").forEach((one) => { if (one !== row) one.removeAttribute("aria-current"); });
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

  atlas.rows = { ask };

  /* A browser leaves a head that is half in sight where it is. */
  document.addEventListener("focusin", (event) => {
    const head = event.target.closest("#table [data-sort]");
    if (head) head.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  document.addEventListener("click", (event) => {
    const sort = event.target.closest("#table [data-sort]"), page = event.target.closest("#table [data-page]");
    if (sort) atlas.table.sort(sort.dataset.sort);
    if (page) atlas.table.page(+page.dataset.page);
    const row = event.target.closest("#table [data-at]");
    if (row) atlas.map.reach(row.dataset.at.split(",").map(Number));
  });
})();
