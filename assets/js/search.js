/* The search field of the header; what it finds comes with the part that is fetched on first use. */
(function () {
  "use strict";
  const atlas = window.atlas;
  let field = null;

  const narrow = window.matchMedia("(max-width: 1279px)");

  function show(open) {
    atlas.find("search-box").parentElement.toggleAttribute("data-open", open);
    atlas.find("search-open").setAttribute("aria-expanded", String(open));
  }

  function build() {
    const box = atlas.find("search-box");
    if (!box || field) return;
    field = atlas.element("input", { id: "search", type: "search", role: "combobox", autocomplete: "off", spellcheck: "false", maxlength: "100",
      "aria-label": box.dataset.label, "aria-expanded": "false", "aria-controls": "search-list", "aria-autocomplete": "list", placeholder: box.dataset.hint, "aria-keyshortcuts": "/" });
    box.append(field, atlas.element("div", { id: "search-list", role: "listbox", hidden: "", "aria-label": box.dataset.label }));
    field.addEventListener("focus", () => atlas.need("search"));
  }

  atlas.search = {
    focus() {
      if (!field) return;
      show(true);
      field.focus();
      field.select();
    },
    /** Fold the field away where it lies over the header; true if it did. */
    fold() {
      const open = narrow.matches && field && field.closest("[data-open]");
      show(false);
      return Boolean(open);
    },
  };
  atlas.on("domain", build);
  document.addEventListener("click", (event) => { if (event.target.closest("#search-open")) atlas.search.focus(); });
})();
