/* The bar over the map while an area is made: what to do, and buttons for all of it. */
(function () {
  "use strict";
  const atlas = window.atlas, area = (atlas.area = atlas.area || {}), { element } = atlas;
  const say = (key, values) => atlas.words.say(key, values);
  let bar = null;

  function button(key, act, more) {
    const made = element("button", { type: "button", class: "plain-button", ...more }, say(key));
    made.addEventListener("click", act);
    return made;
  }

  function words() {
    if (area.picking) return area.picking.words();
    const n = area.draft.corners().length;
    if (area.draft.manner === "circle") return say(n ? "area-circle-edge" : "area-circle-centre");
    return say("area-polygon", { n: atlas.words.number(n) });
  }

  function radius() {
    const input = element("input", { type: "number", min: "0.5", max: "1000", step: "any", id: "area-km" });
    input.value = area.draft.km();
    input.addEventListener("input", () => { if (+input.value > 0) { area.draft.widen(+input.value); area.sheet.paint(); } });
    return element("label", { for: "area-km" }, say("area-km"), input);
  }

  function tools() {
    if (area.picking) return area.picking.tools();
    const circle = area.draft.manner === "circle";
    return [
      ...(circle ? [radius()] : []),
      button(circle ? "area-put-centre" : "area-put-corner", () => area.put(area.sheet.middle(), -1)),
      ...(circle ? [] : [button("area-take-corner", () => area.corners.remove(-1))]),
    ];
  }

  area.bar = {
    open() {
      this.close();
      bar = element("div", { id: "area-bar", class: "area-bar", role: "group", "aria-label": say("area-making") },
        element("p", { role: "status" }), element("p", { class: "warn", role: "alert" }),
        element("div", { class: "row" }, ...tools(), button("area-done", () => area.finish(), { class: "plain-button main" }), button("area-cancel", () => area.cancel())));
      bar.addEventListener("keydown", (event) => {
        if (event.key === "Escape") { event.stopPropagation(); area.cancel(); }
      });
      atlas.find("map").append(bar);
      this.say();
    },
    close() { if (bar) bar.remove(); bar = null; },
    say() {
      if (!bar) return;
      bar.querySelector("[role=status]").textContent = words();
      const km = bar.querySelector("#area-km");
      if (km && document.activeElement !== km) km.value = +area.draft.km().toFixed(1);
      const ready = area.picking ? true : area.draft.ready();
      bar.querySelector(".main").disabled = !ready;
      this.warn("");
    },
    warn(text) { if (bar) bar.querySelector(".warn").textContent = text; },
    focusDone() { if (bar) bar.querySelector(".main").focus(); },
  };
})();
