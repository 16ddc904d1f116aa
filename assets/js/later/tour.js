/* A short tour: one thing at a time is outlined and told; it can be left at any point. */
(function () {
  "use strict";
  const atlas = window.atlas, { element } = atlas;
  const SEEN = "atlas-tour-seen";
  /* What each step is about, and what it opens so that this can be seen. */
  const STEPS = [
    { about: ".sentence", says: "tour-sentence" },
    { about: "#left-panel", says: "tour-layers", opens: () => atlas.panels.open("left") },
    { about: "#map", says: "tour-map", opens: () => atlas.panels.dismiss() },
    { about: ".legend", says: "tour-legend" },
    { about: ".clock", says: "tour-clock" },
    { about: "#table-toggle", says: "tour-table" },
    { about: "#more-menu", says: "tour-more" },
  ];
  let dialog = null, at = 0;

  const say = (key, values) => atlas.words.say(key, values);

  function subject() { return document.querySelector(STEPS[at].about); }

  /* Beside what it is about: below where there is room, else above, and always on the screen. */
  function place() {
    const box = subject() ? subject().getBoundingClientRect() : { left: 0, top: 0, bottom: 0, width: 0, height: 0 };
    const ring = dialog.querySelector(".tour-ring"), own = dialog.querySelector(".tour-card").getBoundingClientRect();
    const edge = 8, wide = window.innerWidth, tall = window.innerHeight;
    const below = box.bottom + 12 + own.height < tall, above = box.top - 12 - own.height > 0;
    const top = below ? box.bottom + 12 : above ? box.top - 12 - own.height : (tall - own.height) / 2;
    const left = Math.min(Math.max(edge, box.left), wide - own.width - edge);
    ring.style.cssText = `left:${box.left - 3}px;top:${box.top - 3}px;width:${box.width + 6}px;height:${box.height + 6}px`;
    ring.hidden = !box.width;
    dialog.querySelector(".tour-card").style.transform = `translate(${left}px, ${top}px)`;
  }

  function show() {
    const step = STEPS[at], last = at === STEPS.length - 1;
    if (step.opens) step.opens();
    dialog.querySelector(".tour-at").textContent = say("tour-at", { n: at + 1, all: STEPS.length });
    dialog.querySelector(".tour-says").textContent = say(step.says);
    dialog.querySelector("#tour-back").disabled = at === 0;
    dialog.querySelector("#tour-on").textContent = say(last ? "tour-done" : "tour-on");
    place();
    dialog.querySelector("#tour-on").focus();
  }

  function go(by) {
    if (at + by < 0) return;
    if (at + by >= STEPS.length) { dialog.close(); return; }
    at += by;
    show();
  }

  function button(id, key, act) {
    const made = element("button", { id, type: "button", class: "plain-button" }, say(key));
    made.addEventListener("click", act);
    return made;
  }

  function build() {
    const card = element("div", { class: "tour-card" },
      element("p", { class: "tour-at quiet" }), element("p", { class: "tour-says", "aria-live": "polite" }),
      element("div", { class: "row" }, button("tour-leave", "tour-leave", () => dialog.close()),
        button("tour-back", "tour-back", () => go(-1)), button("tour-on", "tour-on", () => go(1))));
    const made = element("dialog", { id: "tour", class: "tour", "aria-label": say("tour") },
      element("div", { class: "tour-ring", "aria-hidden": "true" }), card);
    made.addEventListener("keydown", (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (by) { event.preventDefault(); event.stopPropagation(); go(by); }
    });
    made.addEventListener("close", () => {
      try { localStorage.setItem(SEEN, "1"); } catch (error) { /* it may be offered again */ }
      const offer = document.querySelector(".tour-offer");
      if (offer) offer.remove();
    });
    document.body.append(made);
    window.addEventListener("resize", () => { if (made.open) place(); });
    return made;
  }

  atlas.tour = {
    open() {
      dialog = dialog || build();
      at = 0;
      dialog.showModal();
      show();
    },
  };
})();
