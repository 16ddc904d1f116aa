/* Undo and redo: every state of the page is a link, so that its past is a list of links. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const MOST = 100, SETTLING = 4000;
  let past = [], at = -1, until = 0, moved = false;

  /* Whether two links differ in where the map looks alone: moving about is one step. */
  function sameButView(one, other) {
    const bare = (link) => link.replace(/&view=[^&]*/, "");
    return bare(one) === bare(other);
  }

  function show() {
    [["undo", at > 0], ["redo", at < past.length - 1]].forEach(([id, can]) => {
      const button = atlas.find(id);
      if (!button) return;
      // A button that has the focus and goes out of use would drop it to the page's start.
      button.disabled = !can && document.activeElement !== button;
      button.setAttribute("aria-disabled", String(!can));
    });
  }

  function go(by) {
    if (!past[at + by]) return;
    at += by;
    until = Date.now() + SETTLING;
    moved = false;
    atlas.link.apply(past[at]);
    show();
  }

  atlas.undo = {
    /** The page has come to rest at a link. */
    saw(link) {
      if (link === past[at]) return;
      const justView = at >= 0 && sameButView(link, past[at]);
      // While a state comes back it passes through others, which are none of a person's.
      if (Date.now() < until || (justView && moved)) past[at] = link;
      else {
        past = [...past.slice(Math.max(0, at - MOST), at + 1), link];
        at = past.length - 1;
      }
      moved = justView;
      show();
    },
    back() { go(-1); },
    again() { go(1); },
    /** Take up a link that someone chose, as one step. */
    take(link) {
      past = [...past.slice(0, at + 1), link];
      at = past.length - 1;
      go(0);
    },
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest("#undo")) go(-1);
    if (event.target.closest("#redo")) go(1);
  });
})();
