/* Saved views: names and links, kept in this browser and nowhere else. */
(function () {
  "use strict";
  const KEY = "atlas-views", LONGEST_NAME = 120, LONGEST_LINK = 8000, MOST = 200;

  function clean(view) {
    const fine = view && typeof view.name === "string" && view.name.trim()
      && typeof view.link === "string" && view.link.startsWith("?") && view.link.length <= LONGEST_LINK;
    if (!fine) return null;
    const saved = typeof view.saved === "string" && !Number.isNaN(Date.parse(view.saved)) ? view.saved : null;
    return { name: view.name.trim().slice(0, LONGEST_NAME), link: view.link, saved };
  }

  function list() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) || "[]");
      return Array.isArray(kept) ? kept.map(clean).filter(Boolean) : [];
    } catch (error) { return []; }
  }

  /* False where the browser keeps nothing: a private window, or no room. */
  function keep(views) {
    try {
      localStorage.setItem(KEY, JSON.stringify(views));
      return true;
    } catch (error) { return false; }
  }

  window.atlas.views = {
    list,
    find(name) { return list().find((view) => view.name === name.trim()) || null; },

    /** Keep a link under a name, in place of what had it; false where that failed. */
    save(name, link) {
      const made = clean({ name, link, saved: new Date().toISOString() });
      return made !== null && keep([made, ...list().filter((view) => view.name !== made.name)].slice(0, MOST));
    },

    rename(old, name) {
      const views = list();
      const given = name.trim().slice(0, LONGEST_NAME);
      if (!given || views.some((view) => view.name === given && given !== old)) return false;
      return keep(views.map((view) => (view.name === old ? { ...view, name: given } : view)));
    },

    remove(name) { return keep(list().filter((view) => view.name !== name)); },

    /** All views as the text of a file. */
    text() { return JSON.stringify({ "atlas-views": 1, views: list() }, null, 1); },

    /** Take views of such a file in; the number taken, or null where it is no such file. A name
        that is taken stays with the view that has it; the other one is numbered. */
    take(text) {
      let given;
      try { given = JSON.parse(text); } catch (error) { return null; }
      if (!given || given["atlas-views"] !== 1 || !Array.isArray(given.views)) return null;
      const views = list(), before = views.length;
      given.views.map(clean).filter(Boolean).forEach((view) => {
        if (views.some((one) => one.name === view.name && one.link === view.link)) return;
        let name = view.name;
        for (let n = 2; views.some((one) => one.name === name); n++) name = `${view.name} (${n})`;
        views.push({ ...view, name });
      });
      return keep(views.slice(0, MOST)) ? Math.min(views.length, MOST) - before : 0;
    },
  };
})();
