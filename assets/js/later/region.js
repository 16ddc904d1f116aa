/* A profile's page reads without a script; with one it prints itself and changes its theme. */
(function () {
  "use strict";
  const atlas = window.atlas, find = (id) => document.getElementById(id);
  const print = find("print"), theme = find("theme-toggle");
  print.hidden = theme.hidden = false;
  print.addEventListener("click", () => window.print());
  theme.addEventListener("click", () => atlas.theme.toggle());
  document.documentElement.setAttribute("data-ready", "");
})();
