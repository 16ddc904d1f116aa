/* Asks the server for data, once each; shows that it waits, and says what failed. */
(function () {
  "use strict";
  const kept = new Map();
  const KEEP = 24;
  let waiting = 0;

  function wait(change) {
    waiting += change;
    document.documentElement.toggleAttribute("data-waiting", waiting > 0);
  }

  async function ask(url) {
    wait(1);
    try {
      const answer = await fetch(url);
      if (answer.status === 410) return renew();
      if (!answer.ok) throw new Error(await reason(answer));
      return window.atlas.wire.decode(await answer.arrayBuffer());
    } finally {
      wait(-1);
    }
  }

  async function reason(answer) {
    try { return (await answer.json()).message; } catch (error) { return ""; }
  }

  /* The data has been replaced since the page was opened: open it again, same link. */
  function renew() {
    const mark = "atlas-renewed";
    const last = +sessionStorage.getItem(mark) || 0;
    if (Date.now() - last < 30000) throw new Error("");
    sessionStorage.setItem(mark, String(Date.now()));
    location.reload();
    return new Promise(() => {});
  }

  window.atlas.data = {
    /** The columns of one layer for a query; asked once and kept. Null after a failure. */
    async get(name, query) {
      if (!window.atlas.boot.snapshot) return null;
      const url = `${window.atlas.boot.base}data/${window.atlas.boot.snapshot}/${name}.bin?${query}`;
      if (!kept.has(url)) {
        if (kept.size >= KEEP) kept.delete(kept.keys().next().value);
        kept.set(url, ask(url));
      }
      try {
        return await kept.get(url);
      } catch (error) {
        kept.delete(url);
        window.atlas.notice(error.message || window.atlas.words.say("failed"));
        return null;
      }
    },
  };
})();
