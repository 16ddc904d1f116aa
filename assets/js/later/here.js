/* A place of the map, told by its coordinates, and what can be done there: add an incident. */
(function () {
  "use strict";
  const atlas = window.atlas, { element } = atlas;
  const PLACES = 4; // decimals of a degree: some ten metres

  function text(degrees) { return degrees.toFixed(PLACES); }

  function link(lat, lon) {
    const query = new URLSearchParams({ lat, lon, lang: atlas.boot.lang });
    return element("a", { class: "plain-button", href: `${atlas.boot.base}incident/new?${query}` }, atlas.words.say("here-add"));
  }

  function place(box, spot) {
    const map = atlas.find("map").getBoundingClientRect(), { offsetWidth: wide, offsetHeight: tall } = box;
    box.style.left = Math.max(8, Math.min(window.innerWidth - wide - 8, map.left + spot.x)) + "px";
    box.style.top = Math.max(8, Math.min(window.innerHeight - tall - 8, map.top + spot.y)) + "px";
  }

  /** Open it at a spot; Escape or a click elsewhere closes it and gives the focus back. */
  atlas.here.open = function (spot) {
    const before = document.activeElement, lat = text(spot.lat), lon = text(spot.lon);
    const box = element("div", { class: "here", popover: "auto", role: "dialog", "aria-label": atlas.words.say("here-title") },
      element("p", { class: "quiet" }, atlas.words.say("here-at", { lat, lon })), link(lat, lon));
    document.body.append(box);
    box.addEventListener("toggle", (event) => {
      if (event.newState !== "closed") return;
      const lost = box.contains(document.activeElement) || document.activeElement === document.body;
      box.remove();
      if (lost) before.focus({ preventScroll: true });
    });
    atlas.tooltip.hide();
    box.showPopover();
    place(box, spot);
    box.querySelector("a").focus();
  };
})();
