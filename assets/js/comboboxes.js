/* Fields that open a list: the library draws them, but tells nobody who hears the page that there
   is a list, nor whether it is open. */
(function () {
  "use strict";
  const atlas = window.atlas;

  function tell(field) {
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-expanded", String(field.hasAttribute("data-expanded")));
  }

  function follow(field) {
    if (field.hasAttribute("role")) return;
    tell(field);
    new MutationObserver(() => tell(field)).observe(field, { attributeFilter: ["data-expanded"] });
  }

  atlas.on("domain", () => document.querySelectorAll(".panel [aria-haspopup=listbox]").forEach(follow));
})();
