/* The panel's controls: how to look, and what each side is. */
(function () {
  "use strict";
  const atlas = window.atlas, { compare } = atlas;
  const VIEWS = ["difference", "swipe", "side"], FIELDS = ["kind", "source", "place"];
  let offered = null;

  const say = (key, values) => atlas.words.say("compare-" + key, values);
  const make = (...parts) => atlas.element(...parts);

  function option([value, label]) { return make("option", { value }, label); }

  function labelled(text, control, name) {
    return make("label", { class: name || null }, make("span", {}, text), control);
  }

  function choice(id, options, change) {
    const select = make("select", { id }, ...options);
    select.addEventListener("change", () => change(select.value));
    return select;
  }

  function views() {
    const buttons = VIEWS.map((view) => {
      const button = make("button", { type: "button", "data-view": view, "aria-pressed": "false" }, say("view-" + view));
      button.addEventListener("click", () => look(view));
      return button;
    });
    return make("div", { class: "compare-views", role: "group", "aria-label": say("views") }, ...buttons);
  }

  /* Divided maps show the sides themselves; back from them, what colours said before. */
  let said = "ratio";
  function look(view) {
    const now = compare.chosen("show"), alone = now === "a" || now === "b";
    if (view !== "difference" && !alone) { said = now; compare.choose("show", "b"); }
    if (view === "difference" && alone) compare.choose("show", said);
    compare.show(view);
    write();
    if (view !== "difference" && phone.matches) fold(true);
  }

  /* On a phone the panel would cover the first picture: it folds, and its head stays. */
  const phone = window.matchMedia("(max-width: 599px)");
  function fold(folded) {
    const head = document.querySelector(".compare-fold");
    atlas.find("compare-panel").toggleAttribute("data-folded", folded);
    head.setAttribute("aria-expanded", String(!folded));
    if (folded) head.focus({ preventScroll: true });
  }

  function shows() {
    return labelled(say("show"), choice("compare-show", ["ratio", "more", "rate"].map((key) => option([key, say("show-" + key)])),
      (value) => compare.choose("show", value)), "compare-wide-field");
  }

  function groups(list) {
    return list.map((group) => {
      const box = make("optgroup", { label: group.group });
      box.append(...group.items.map((item) => option([item.value, item.label])));
      return box;
    });
  }

  function options(field) {
    const as = option(["", say("as-filtered")]);
    if (field === "source") return [as, ...offered.sources.map((name) => option([name, name]))];
    return [as, ...groups(field === "kind" ? offered.kinds : offered.places)];
  }

  /* A place is a country's code or a unit's name; a link calls them differently. */
  function argument(field, value) {
    return field !== "place" ? field : /^[A-Z]{2}$/.test(value) ? "country" : "admin1";
  }

  function narrow(side, field, value) {
    const query = compare.own(side);
    (field === "place" ? ["country", "admin1"] : [field]).forEach((name) => query.delete(name));
    if (value) query.set(argument(field, value), value);
    compare.choose(side, query.toString());
  }

  function dates(side) {
    return ["from", "to"].map((edge, i) => {
      const input = make("input", { type: "text", id: `compare-${side}-${edge}`, inputmode: "numeric", maxlength: "10", autocomplete: "off", title: atlas.words.say("date-form") });
      input.addEventListener("change", () => compare.typed(side, i, input));
      return labelled(atlas.words.say(edge), input);
    });
  }

  function side(name) {
    const rules = name === "a" ? [labelled(say("when"), choice("compare-when", [...compare.RULES, "own"].map((rule) => option([rule, say("when-" + rule)])),
      (rule) => compare.choose("when", rule === "own" ? compare.written(compare.windows().a) : rule)), "compare-wide-field")] : [];
    const fields = FIELDS.map((field) => labelled(say(field), choice(`compare-${name}-${field}`, options(field), (value) => narrow(name, field, value)), "compare-wide-field"));
    return make("fieldset", { "data-side": name }, make("legend", {}, say("side-" + name)), ...rules,
      make("div", { class: "compare-dates" }, ...dates(name)),
      make("details", {}, make("summary", {}, say("narrow")), ...fields));
  }

  /* As long before the first day of an intervention as from it on. */
  function around() {
    if (!offered.interventions.length) return null;
    const list = choice("compare-around", [option(["", say("none-chosen")]), ...offered.interventions.map((one, i) =>
      option([i, atlas.words.day(atlas.dates.day(one.first)) + " · " + one.label]))], apply);
    const months = choice("compare-months", ["3", "6", "12", "24"].map((n) => option([n, say("months", { n })])), () => apply(list.value));
    months.value = "12";
    function apply(which) {
      if (which === "") return;
      compare.around(atlas.dates.day(offered.interventions[which].first), +months.value);
    }
    return make("details", {}, make("summary", {}, say("around")), labelled(say("intervention"), list, "compare-wide-field"),
      labelled(say("length"), months, "compare-wide-field"), make("p", { class: "quiet" }, say("no-effect")));
  }

  function head() {
    const folder = make("button", { type: "button", class: "compare-fold", "aria-expanded": "true", "aria-controls": "compare-body" }, say("title"));
    folder.addEventListener("click", () => fold(!atlas.find("compare-panel").hasAttribute("data-folded")));
    const close = make("button", { type: "button", class: "icon-button", "aria-label": say("close"), title: say("close") }, make("span", { class: "icon icon-close", "aria-hidden": "true" }));
    close.addEventListener("click", () => compare.close());
    return make("div", { class: "compare-head" }, make("h2", {}, folder), close);
  }

  function rows() {
    const button = make("button", { type: "button", class: "plain-button" }, say("table"));
    button.addEventListener("click", () => compare.table());
    const file = make("button", { type: "button", class: "plain-button", "data-opens": "export", "data-export": "compare" }, say("export"));
    return make("div", { class: "row" }, button, file);
  }

  /** Build the controls, once what can be chosen has come. */
  let coming = null;
  compare.build = function () {
    if (!coming) coming = build().catch(() => { coming = null; atlas.notice(atlas.words.say("failed")); });
    return coming;
  };

  async function build() {
    const answer = await fetch(atlas.boot.base + "compare/choices?lang=" + atlas.boot.lang);
    if (!answer.ok) throw new Error(answer.statusText);
    offered = await answer.json();
    atlas.find("compare-controls").replaceChildren(...[head(), make("div", { id: "compare-body" }, ...[
      views(), shows(), side("a"), side("b"), around(), rows(), make("p", { id: "compare-live", class: "quiet" })].filter(Boolean))]);
    write();
  }

  function fill(id, value) {
    const control = atlas.find(id);
    if (control && document.activeElement !== control && control.value !== value) control.value = value;
  }

  /** Write into the controls what is chosen. */
  function write() {
    if (!offered || !atlas.state.window) return;
    const windows = compare.windows(), show = compare.chosen("show"), rule = compare.chosen("when");
    document.querySelectorAll(".compare-views button").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.view === compare.view)));
    fill("compare-show", show === "a" || show === "b" ? said : show);
    atlas.find("compare-show").closest("label").hidden = compare.view !== "difference" || compare.otherPlaces();
    fill("compare-when", compare.RULES.includes(rule) ? rule : "own");
    ["a", "b"].forEach((name) => {
      ["from", "to"].forEach((edge, i) => fill(`compare-${name}-${edge}`, atlas.dates.iso(windows[name][i])));
      const query = compare.own(name), place = query.get("admin1") || query.get("country") || "";
      fill(`compare-${name}-kind`, query.get("kind") || "");
      fill(`compare-${name}-source`, query.get("source") || "");
      fill(`compare-${name}-place`, place);
    });
    live();
  }

  /* While the clock runs, only the numbers follow; the sentence comes when it rests. */
  function live() {
    const now = compare.sum(), { words } = atlas;
    if (!now || !atlas.find("compare-live")) return;
    atlas.find("compare-live").textContent = say("live", { a: words.number(now.a.placed + now.a.apart), b: words.number(now.b.placed + now.b.apart) });
  }

  compare.write = write;
  ["window", "options", "data"].forEach((event) => atlas.on(event, write));
})();
