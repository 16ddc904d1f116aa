/* The export panel: opened over the page, it says what the page shows as a file. */
(function () {
  "use strict";
  const atlas = window.atlas, { element } = atlas, panel = atlas.export;
  const YEAR = 12, AFRESH = ["form", "several", "level", "step", "region", "mode", "frame"];

  /** Take a choice, show what counts now, and renew the preview. */
  panel.choose = function (name, value) {
    const { chosen } = panel, written = () => panel.offered.titles[chosen.language][name];
    const own = (name === "title" || name === "subtitle") && value !== null;
    chosen[name] = own && (value === written() || (name === "title" && !value.trim())) ? null : value;
    if (own && name === "title" && !value.trim()) { panel.write(); panel.preview.later(); return; }
    if (name === "size") panel.sized = true;
    if (name === "form" && !panel.sized) chosen.size = panel.FITTING[value] || "a4";
    panel.write();
    panel.stale();
    panel.preview.later(AFRESH.includes(name));
  };

  /* The window on screen and the one before it; of all of time, the last two years. */
  function windows() {
    const { dates, state, clock } = atlas, { month, firstOf, lastOf } = dates, out = (days) => days.map((day) => dates.iso(day));
    if (atlas.compare && atlas.compare.windows && state.layers.difference && state.layers.difference.on) {
      const both = atlas.compare.windows();
      return [out(both.a), out(both.b)];
    }
    const last = month.call(dates, state.window[1]);
    const first = clock.whole() ? last - YEAR + 1 : month.call(dates, state.window[0]), length = last - first + 1;
    return [out([firstOf(first - length), lastOf(first - 1)]), out([firstOf(first), lastOf(last)])];
  }

  function region() {
    const query = new URLSearchParams(panel.page), named = [...query.getAll("unit"), ...query.getAll("country")];
    return named.find((value) => panel.offered.regions.some((one) => one.items.some((item) => item.value === value))) || "";
  }

  /* What an opener, or a link, asks for: a form, or several sheets and of what. */
  function asked(text) {
    const [what, of] = (text || "").split(":");
    const { chosen } = panel, forms = panel.offered.forms.filter((form) => !form.missing);
    if (forms.some((form) => form.id === what)) { chosen.form = what; chosen.size = panel.FITTING[what] || "a4"; }
    if (!["one", "atlas", "series", "compare", "brief"].includes(what)) return;
    chosen.several = what;
    if (!panel.form().choices.includes("several")) chosen.form = "pdf";
    if (of) chosen.region = of;
  }

  function build() {
    const dialog = panel.dialog = element("dialog", { id: "export-panel", class: "sheet-dialog", "aria-labelledby": "export-named" });
    const close = element("button", { type: "button", class: "icon-button", title: panel.say("close"), "aria-label": panel.say("close") }, element("span", { class: "icon icon-close", "aria-hidden": "true" }));
    close.addEventListener("click", () => dialog.close());
    dialog.append(element("div", { class: "export-head" }, element("div", {}, element("h2", { id: "export-named" }, panel.say("title")), element("p", { class: "quiet" }, panel.say("about"))), close),
      element("div", { class: "export-body" }, element("p", { class: "drawing", role: "status" }, panel.say("loading")), panel.previewBox()), panel.foot());
    dialog.addEventListener("close", () => { panel.preview.leave(); back(); });
    document.body.append(dialog);
  }

  /* On a phone what opened it may lie in a menu that is closed again. */
  function back() {
    const { opener } = panel;
    (opener && opener.checkVisibility() ? opener : atlas.find("more-menu")).focus();
  }

  function body(node) {
    panel.dialog.querySelector(".export-body").firstElementChild.replaceWith(node);
  }

  async function fetched(of) {
    const answer = await fetch(panel.address("offered", { page: panel.page, region: of || "" }));
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(told.message || panel.say("failed"));
    return told;
  }

  /* What is offered depends on the page, so it is asked for with each opening of another page. */
  async function fill(what) {
    const page = atlas.link.page(), query = page.slice(page.indexOf("?") + 1), other = query !== panel.page;
    Object.assign(panel, { page: query, shown: atlas.link.shown() });
    const { chosen } = panel, of = (what || "").split(":")[1] || "";
    panel.offered = await fetched(of);
    chosen.language = chosen.language || atlas.boot.lang;
    if (other) {
      const [first, second] = windows();
      Object.assign(chosen, { title: null, subtitle: null, first_from: first[0], first_to: first[1], second_from: second[0], second_to: second[1], region: region() });
    }
    asked(what);
    body(panel.controls());
    panel.write();
    if (other || what) panel.stale();
    panel.preview.now();
    panel.dialog.querySelector(".make").disabled = false;
  }

  /** Open the panel; the focus goes to the form, and comes back to what opened it. */
  panel.open = async function (opener, what) {
    if (!panel.dialog) build();
    if (panel.dialog.open) return;
    panel.opener = opener || document.activeElement;
    panel.dialog.showModal();
    try {
      await fill(what || (opener && opener.dataset.export) || "");
      const first = panel.dialog.querySelector("input[type=radio]:checked");
      if (first) first.focus();
    } catch (error) {
      body(element("p", { role: "alert", class: "message" }, error.message));
    }
  };
})();
