/* Picking units on the map, or by their names: each choice adds one or takes it away. */
(function () {
  "use strict";
  const atlas = window.atlas, area = (atlas.area = atlas.area || {}), { element } = atlas;
  const say = (key, values) => atlas.words.say(key, values);
  const MOST = 100;
  let level = 1, units = [], picked = [];

  /* The outlines of a level's units, as the layer of boundaries sends them. */
  function open(answer) {
    const c = answer.columns, shapes = Array.from(c.polygon_item, () => []);
    c.ring_polygon.forEach((polygon, ring) => {
      const points = [];
      for (let v = c.ring_starts[ring]; v < c.ring_starts[ring + 1]; v++) points.push([c.ring_vertices[2 * v], c.ring_vertices[2 * v + 1]]);
      shapes[polygon].push(points);
    });
    const made = answer.meta.items.map((item) => ({ id: item.id.split("/")[1], name: item.label, says: item.says, shapes: [] }));
    shapes.forEach((rings, i) => made[c.polygon_item[i]].shapes.push(rings));
    made.forEach((unit) => { unit.box = boxOf(unit.shapes.flat(2)); });
    return made;
  }

  function boxOf(points) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    points.forEach(([lon, lat]) => {
      box[0] = Math.min(box[0], lon); box[1] = Math.min(box[1], lat); box[2] = Math.max(box[2], lon); box[3] = Math.max(box[3], lat);
    });
    return box;
  }

  function at([lon, lat]) {
    return units.find(({ box, shapes }) => lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3]
      && shapes.some((rings) => atlas.hits.inside(rings, lon, lat)));
  }

  async function load() {
    const answer = await atlas.data.get("boundaries", `lang=${atlas.boot.lang}&o.level=${level}`);
    units = answer ? open(answer) : [];
    area.sheet.paint();
  }

  const known = (id) => units.find((unit) => unit.id === id);
  const titled = (unit) => `${unit.name} (${unit.says.split(" · ")[0]})`;

  function toggle(unit) {
    if (!unit) return area.bar.warn(say("area-no-unit"));
    if (!picked.includes(unit.id) && picked.length >= MOST) return area.bar.warn(say("area-full-units", { most: MOST }));
    picked = picked.includes(unit.id) ? picked.filter((id) => id !== unit.id) : [...picked, unit.id];
    area.sheet.paint();
    area.bar.say();
    return null;
  }

  function byName() {
    const list = element("datalist", { id: "area-unit-names" }, ...units.map((unit) => element("option", { value: titled(unit) })));
    const input = element("input", { type: "text", id: "area-unit", list: "area-unit-names", autocomplete: "off" });
    const act = element("button", { type: "button", class: "plain-button" }, say("area-toggle-unit"));
    const choose = () => {
      const text = input.value.trim().toLocaleLowerCase(atlas.boot.lang);
      if (!text) return;
      toggle(units.find((unit) => [titled(unit), unit.name].some((name) => name.toLocaleLowerCase(atlas.boot.lang) === text)));
      input.value = "";
    };
    act.addEventListener("click", choose);
    input.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); choose(); } });
    return element("span", { class: "row" }, element("label", { for: "area-unit" }, say("area-unit")), input, list, act);
  }

  function levels() {
    const select = element("select", { "aria-label": say("area-level") },
      ...area.levels().map((n) => element("option", { value: n }, say("area-level-" + n))));
    select.value = String(level);
    select.addEventListener("change", async () => { level = +select.value; await load(); area.bar.open(); });
    return select;
  }

  const picking = {
    words() {
      const names = picked.map((id) => (known(id) ? known(id).name : id));
      return say(picked.length ? "area-picked" : "area-pick", { names: names.slice(0, 6).join(", ") + (names.length > 6 ? ", …" : "") });
    },
    tools: () => [...(area.levels().length > 1 ? [levels()] : []), byName()],
    put: (spot) => toggle(at(spot)),
    hover(spot) {
      const unit = spot && at(spot);
      area.hoverRings = unit ? unit.shapes.flat() : null;
      area.sheet.paint();
      return unit ? unit.name : "";
    },
    value: () => picked.join(","),
  };

  area.unitRings = () => (area.picking ? units.filter((unit) => picked.includes(unit.id)).flatMap((unit) => unit.shapes.flat()) : []);

  area.pick = async function () {
    picked = (new URLSearchParams(atlas.state.selection).get("unit") || "").split(",").filter(Boolean);
    await load();
    area.begin(null, picking);
  };
})();
