/* Parts of the page that come when they are first used: `assets/js/later/`. */
(function () {
  "use strict";
  const atlas = window.atlas, asked = new Map();

  /** Fetch a script from this page's own server. */
  atlas.fetchScript = function (url) {
    return new Promise((done, failed) => {
      const script = atlas.element("script", { src: url });
      script.addEventListener("load", done);
      script.addEventListener("error", () => { script.remove(); failed(new Error(url)); });
      document.head.append(script);
    });
  };

  /** Fetch a part once; it is there when the promise is kept. A failure is said, and may be
      tried again. */
  atlas.need = function (name) {
    if (!asked.has(name)) {
      asked.set(name, atlas.fetchScript(atlas.boot.later[name]).catch((error) => {
        asked.delete(name);
        atlas.notice(atlas.words.say("failed"));
        throw error;
      }));
    }
    return asked.get(name);
  };

  /* A button with `data-opens="<part>"` opens that part: `atlas.<part>.open()`. */
  document.addEventListener("click", async (event) => {
    const opener = event.target.closest("[data-opens]");
    if (!opener) return;
    const part = opener.dataset.opens;
    await atlas.need(part);
    atlas[part].open(opener);
  });
})();
