/* Light or dark: as the system asks until a person chooses; the choice stays in the browser. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const KEY = "atlas-theme";
  const system = window.matchMedia("(prefers-color-scheme: dark)");

  function wanted() {
    try { return localStorage.getItem(KEY) || (system.matches ? "dark" : "light"); }
    catch (error) { return system.matches ? "dark" : "light"; }
  }

  function apply(theme) {
    atlas.state.theme = theme;
    document.documentElement.setAttribute("data-theme", theme);
    document.documentElement.setAttribute("data-mantine-color-scheme", theme);
    if (!atlas.boot) return;
    atlas.give(atlas.boot.ids.provider, { forceColorScheme: theme });
    atlas.emit("theme");
  }

  atlas.theme = {
    start() { apply(wanted()); },
    toggle() {
      const next = atlas.state.theme === "dark" ? "light" : "dark";
      try { localStorage.setItem(KEY, next); } catch (error) { /* a private window forgets */ }
      apply(next);
    },
  };
  apply(wanted());
})();
