/* The side panels: columns on a wide screen, drawers on a narrow one, sheets on a phone. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const root = document.documentElement;
  const narrow = window.matchMedia("(max-width: 1023px)");
  const roomy = window.matchMedia("(min-width: 1280px)");

  function open(side) { return root.getAttribute("data-" + side) === "open"; }

  function set(side, isOpen) {
    root.setAttribute("data-" + side, isOpen ? "open" : "closed");
    document.querySelectorAll(`[data-panel="${side}"]`).forEach(
      (button) => button.setAttribute("aria-expanded", String(isOpen)));
    const panel = atlas.find(side + "-panel");
    if (panel) panel.inert = !isOpen;
    cover();
  }

  /* The map under a drawer is out of reach until that closes: the focus goes along, and comes back. */
  let held = null;
  function cover() {
    const stage = document.querySelector(".stage"), now = document.activeElement;
    const over = ["left", "right"].find((side) => narrow.matches && open(side));
    if (over && stage.contains(now)) {
      held = now;
      enter(atlas.find(over + "-panel"));
    }
    stage.inert = Boolean(over);
    if (over || !held) return;
    if (now === document.body || now.closest(".panel")) held.focus({ preventScroll: true });
    held = null;
  }

  function enter(panel) {
    panel.tabIndex = -1;
    panel.addEventListener("blur", () => panel.removeAttribute("tabindex"), { once: true });
    panel.focus({ preventScroll: true });
  }

  atlas.panels = {
    /** Both open where there is room; details wait for a click where there is less. */
    start() {
      set("left", !narrow.matches);
      set("right", !narrow.matches && roomy.matches);
    },
    isOpen: open,
    open(side) {
      if (narrow.matches) set(side === "left" ? "right" : "left", false);
      set(side, true);
    },
    toggle(side) {
      if (open(side)) set(side, false);
      else this.open(side);
    },

    /** Open the left panel at a section and put the cursor in its first control. */
    reach(section) {
      this.open("left");
      const place = atlas.find(section);
      place.scrollIntoView({ block: "start" });
      const control = place.querySelector("input, button, select, summary");
      if (control) control.focus({ preventScroll: true });
    },

    /** Close what lies over the map; true if anything did. */
    dismiss() {
      const over = ["left", "right"].filter((side) => narrow.matches && open(side));
      over.forEach((side) => set(side, false));
      return over.length > 0;
    },
  };

  /* A menu closes as menus do: by a choice, elsewhere, or Escape, which gives the focus back. */
  function closeMenu(event) {
    document.querySelectorAll("details.drop[open]").forEach((menu) => {
      const inside = menu.contains(event.target) || event.target.closest(".explore");
      const chosen = inside && menu.contains(event.target) && event.target.closest("a, .choices button");
      if (event.key === "Escape") menu.querySelector("summary").focus();
      if (event.key !== "Escape" && (event.type !== "click" || (inside && !chosen))) return;
      setTimeout(() => { menu.open = false; }, 0); // after a chosen link has been followed
    });
  }
  document.addEventListener("click", closeMenu);
  document.addEventListener("keydown", closeMenu);

  narrow.addEventListener("change", () => atlas.boot && atlas.panels.start());
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-panel]");
    if (button) atlas.panels.toggle(button.dataset.panel);
    if (event.target.closest("#scrim")) atlas.panels.dismiss();
  });
})();
