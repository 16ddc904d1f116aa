/* Areas: made on the map, given to the filters, and shown while they are the selection. */
(function () {
  "use strict";
  const atlas = window.atlas, { area } = atlas, root = document.documentElement;
  const TAP = 6;
  let asked = null, press = null, zoom = false, touches = 0;

  const selection = () => new URLSearchParams(atlas.state.selection);

  async function ask(name, query) {
    const answer = await fetch(`${atlas.boot.base}area/${atlas.boot.snapshot}/${name}?lang=${atlas.boot.lang}&${query || ""}`).catch(() => null);
    if (answer && answer.ok) return answer.json();
    atlas.notice(answer ? (await answer.json().catch(() => ({}))).message : "");
    return null;
  }

  /* What of the selection makes its area; the rest changes nothing about the outline. */
  function own() {
    const query = new URLSearchParams();
    ["area", "near", "unit"].forEach((name) => { if (selection().get(name)) query.set(name, selection().get(name)); });
    return query.toString();
  }

  async function outline() {
    const wanted = own();
    if (wanted === asked) return;
    asked = wanted;
    const found = wanted ? await ask("outline.json", wanted) : null;
    if (wanted !== asked) return;
    area.shown = found ? found.rings : null;
    area.bounds = found && found.bounds;
    area.chip(found);
    area.sheet.paint();
    if (zoom && area.bounds) area.fit(area.bounds);
    zoom = false;
  }

  /* Deck zooms in on a second quick press, which here is the next corner. */
  function steady(on) {
    root.toggleAttribute("data-drawing", on);
    atlas.give(atlas.boot.ids.map, { controller: { dragRotate: false, touchRotate: false, keyboard: false, doubleClickZoom: !on } });
    const { svg, cross } = area.sheet.parts();
    cross.setAttribute("visibility", on ? "visible" : "hidden");
    if (on) {
      svg.removeAttribute("aria-hidden");
      Object.entries({ tabindex: "0", role: "application", "aria-label": atlas.words.say(area.picking ? "area-surface-units" : "area-surface") })
        .forEach(([name, value]) => svg.setAttribute(name, value));
    } else {
      ["tabindex", "role", "aria-label"].forEach((name) => svg.removeAttribute(name));
      svg.setAttribute("aria-hidden", "true");
    }
    area.sheet.paint();
  }

  function end() {
    area.draft = area.picking = area.hoverRings = null;
    area.bar.close();
    steady(false);
    atlas.find("area-tool").focus();
  }

  function spotOf(event) {
    const { box, ground } = area.sheet.placer();
    return ground(event.clientX - box.left, event.clientY - box.top);
  }

  function onMap(event) {
    return (area.draft || area.picking) && event.target.closest("#map") && !event.target.closest("button, input, select, label, .area-bar, .area-sheet, .area-chip");
  }

  /* A press that stays where it was is a corner; one that moves drags the map, as always. */
  document.addEventListener("pointerdown", (event) => {
    touches = event.isPrimary ? 1 : touches + 1;
    press = onMap(event) && !event.button && touches === 1 ? { x: event.clientX, y: event.clientY } : null;
  }, true);
  document.addEventListener("pointerup", (event) => {
    const was = press;
    press = null;
    if (!was || Math.hypot(event.clientX - was.x, event.clientY - was.y) > TAP) return;
    area.put(spotOf(event), -1);
  }, true);
  atlas.find("map").addEventListener("pointermove", (event) => {
    if (area.picking) area.picking.hover(onMap(event) ? spotOf(event) : null);
  });

  document.addEventListener("click", (event) => {
    const wanted = event.target.closest("button[data-area]");
    if (wanted) ({ edit: area.edit, clear: area.clear, zoom: () => area.bounds && area.fit(area.bounds), tell: area.tell })[wanted.dataset.area]();
  });

  Object.assign(area, {
    ask,
    open(button) { this.menu.open(button); },
    text: () => selection().get("area"),
    held: () => selection().get("near") || selection().get("unit"),
    levels: () => (atlas.find("area-tool").dataset.levels || "1").split(",").map(Number),
    lines: () => (area.text() || "").replace(/^polygon:/, "").replace(/,/g, ", ").replace(/_/g, "\n"),

    degrees([lon, lat]) {
      const write = (n, sides) => atlas.words.number(Math.abs(+n.toFixed(3))) + "° " + atlas.words.say(sides[n < 0 ? 1 : 0]);
      return write(lat, ["north", "south"]) + ", " + write(lon, ["east", "west"]);
    },

    begin(draft, picking) {
      area.draft = draft;
      area.picking = picking;
      atlas.pick(null);
      atlas.panels.dismiss();
      steady(true);
      area.bar.open();
      area.sheet.parts().svg.focus({ preventScroll: true });
    },
    start: (draft) => area.begin(draft, null),

    /** Take a spot: a corner, a centre or an edge, or the unit that lies there. */
    put(spot, after) {
      if (area.picking) area.picking.put(spot);
      else if (area.draft) area.corners.add(spot, after);
    },

    edit() {
      if (area.text()) area.start(area.drafts.read(area.text()));
      else if (selection().get("unit")) area.pick();
      else area.menu.open(atlas.find("area-tool"));
    },

    async finish() {
      if (area.picking) {
        const value = area.picking.value();
        end();
        area.give({ unit: value });
        return;
      }
      const found = await area.read(area.draft.text());
      if (found.message) { area.bar.warn(found.message); return; }
      end();
      area.give({ area: found.area });
    },
    cancel() { end(); },

    /** What the server makes of text: `area`, and `said`; or a `message` where it is none. */
    async read(text) {
      const answer = await fetch(atlas.boot.base + "area/read?lang=" + atlas.boot.lang, {
        method: "POST", headers: { "Content-Type": "application/json", "X-Atlas": "1" }, body: JSON.stringify({ text }) }).catch(() => null);
      const found = answer && await answer.json().catch(() => null);
      return found || { message: atlas.words.say("failed") };
    },

    /** Give the filters an area; one takes the place of another. */
    give(wanted) {
      ["area", "near", "unit"].forEach((name) => {
        const value = wanted[name] || "", kept = name === "unit" ? selection().get(name) || "" : "";
        if (value !== kept || name !== "unit") atlas.give(atlas.boot.filters[name].id, { value });
      });
      if (wanted.area || wanted.near || wanted.unit) atlas.pick(null);
      if (window.matchMedia("(min-width: 1280px)").matches) atlas.panels.open("right");
    },
    clear() { area.give({}); },
    tell() { atlas.pick(null); atlas.panels.open("right"); },

    /** Look at the next area that comes as a whole. */
    zoomNext() { zoom = true; },
    fit([west, south, east, north]) {
      const { box } = area.sheet.placer(), [x0, y0] = atlas.mercator.project(west, north, 0), [x1, y1] = atlas.mercator.project(east, south, 0);
      const room = Math.min(box.width / Math.max(1e-6, x1 - x0), box.height / Math.max(1e-6, y1 - y0)) * 0.8;
      const [longitude, latitude] = atlas.mercator.unproject((x0 + x1) / 2, (y0 + y1) / 2, 0);
      atlas.map.look({ longitude, latitude, zoom: Math.max(2, Math.min(12, Math.log2(room))) });
    },

    /** A line on the map that names the area, with what can be done about it. */
    chip(found) {
      const old = atlas.find("area-chip");
      if (old) old.remove();
      if (!found || !found.rings.length) return;
      const button = (key, does) => atlas.element("button", { type: "button", class: "plain-button", "data-area": does }, atlas.words.say(key));
      atlas.find("map").append(atlas.element("div", { id: "area-chip", class: "area-chip", role: "group", "aria-label": atlas.words.say("area-now") },
        atlas.element("span", {}, found.named), atlas.element("b", {}, found.size),
        button("area-tell", "tell"), button("area-edit-short", "edit"), button("area-clear-short", "clear")));
    },

    /** The selection or the window has changed. */
    follow(has) {
      outline();
      atlas.give(atlas.boot.ids.areaRequest, { data: has ? { query: atlas.link.shown() } : null });
      root.toggleAttribute("data-area", has);
    },
  });
})();
