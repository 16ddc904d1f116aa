/* Where it happened: the map and the fields say the same, and what is known of the place is told. */
(function () {
  "use strict";
  const atlas = window.atlas, { incident } = atlas, { make, say } = incident;
  const CLOSE = 7;
  let said = null, meant = null, conflict = null, list = null, asked = 0;

  const value = (name) => incident.fields.input(name).value.trim();
  const degrees = (name) => (/^[-+−]?\d+([.,]\d+)?$/.test(value(name)) ? +value(name).replace(",", ".").replace("−", "-") : NaN);

  function point() {
    const lat = degrees("lat"), lon = degrees("lon");
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
  }

  function write(lat, lon) {
    incident.fields.input("lat").value = lat;
    incident.fields.input("lon").value = lon;
    document.getElementById("entry").dispatchEvent(new Event("input", { bubbles: true }));
    moved();
  }

  const precision = () => +value("where_precision") || 2;

  function moved() {
    const at = point();
    incident.map.mark(at ? at.lat : null, at ? at.lon : null);
    incident.map.extent(precision(), []);
    meant.textContent = at ? say("shown-" + precision()) : "";
    if (at) located();
    else { said.textContent = say("no-point"); conflict.hidden = true; }
  }

  /* Which units the point lies in; the last question asked is the one that counts. */
  const located = atlas.settle(async () => {
    const at = point(), turn = ++asked;
    if (!at) return;
    try {
      const found = await incident.ask("where", { ...at, precision: precision(), named: value("country") });
      if (turn !== asked) return;
      said.textContent = found.says ? say("located", { where: found.says }) : say("located-nowhere");
      conflict.textContent = found.conflict ? say("conflict", { named: value("country"), found: found.country || say("sea") }) : "";
      conflict.hidden = !found.conflict;
      incident.map.extent(precision(), found.outline);
    } catch (error) {
      if (turn === asked) said.textContent = error.message;
    }
  }, 250);

  function candidate(place) {
    const told = [place.name, place.unit].filter(Boolean).join(", ");
    const share = new Intl.NumberFormat(incident.told.lang, { style: "percent" }).format(place.score);
    return make("li", {}, make("button", { type: "button", class: "plain-button", on: { click: () => {
      write(place.lat.toFixed(4), place.lon.toFixed(4));
      incident.map.near(CLOSE);
      list.replaceChildren(make("p", { role: "status" }, say("taken", { place: told })));
      document.getElementById("place-map").focus();
    } } }, make("b", {}, told), make("small", {}, `${say("alike", { share })} · ${place.source}`)));
  }

  async function find() {
    const show = (...parts) => list.replaceChildren(...parts), tell = (key) => show(make("p", { role: "status" }, say(key)));
    if (!value("place")) { tell("no-place"); incident.fields.input("place").focus(); return; }
    try {
      const { places } = await incident.ask("places", { name: value("place"), country: value("country"), unit: value("named_admin1") });
      if (places === null) { tell("no-country"); incident.fields.input("country").focus(); return; }
      if (!places.length) { tell("none-found"); return; }
      show(make("p", { role: "status" }, say("found")), make("ul", {}, places.map(candidate)));
      list.querySelector("button").focus();
    } catch (error) {
      show(incident.message(error.message, "wrong"));
    }
  }

  incident.where = {
    /** Build what stands before and after the fields of the place. */
    build() {
      said = make("p", { id: "located", role: "status" });
      conflict = make("p", { id: "where-conflict", class: "message notice", role: "status", hidden: "" });
      meant = make("p", { class: "quiet", id: "meant" });
      list = make("div", { id: "places" });
      return {
        before: [make("div", { class: "placing" }, make("p", { class: "quiet" }, say("map-hint")), incident.map.build(write), meant, said, conflict)],
        after: [make("div", { class: "actions" },
          incident.button("find", find, { id: "find-place" }),
          incident.button("remove-point", () => write("", ""), { id: "remove-point" })), list],
      };
    },

    start() {
      ["lat", "lon", "where_precision", "country"].forEach((name) => incident.fields.input(name).addEventListener("input", moved));
      moved();
      if (point()) incident.map.near(CLOSE);
    },

    moved,
  };
})();
