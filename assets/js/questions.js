/* Common questions: one click sets the switches of all layers; opacities stay as they are. */
(function () {
  "use strict";
  const atlas = window.atlas;

  function buttons() { return Array.from(document.querySelectorAll("[data-layers]")); }

  function wanted(button) { return button.dataset.layers.split(" "); }

  /* Whether just the layers of a question are on. */
  function answered(button) {
    const on = atlas.map.shown().map((layer) => layer.id), asked = wanted(button);
    return on.length === asked.length && asked.every((id) => on.includes(id));
  }

  function ask(button) {
    const asked = wanted(button);
    atlas.boot.layers.filter((layer) => atlas.state.layers[layer.id].on !== asked.includes(layer.id))
      .forEach((layer) => atlas.give(layer.switch, { checked: asked.includes(layer.id) }));
    const menu = button.closest("details");
    menu.open = false;
    menu.querySelector("summary").focus();
  }

  /* The question that the switches answer now, however they were set. */
  function mark() {
    const question = atlas.find("question");
    if (!question) return;
    let now = "";
    buttons().forEach((button) => {
      const pressed = answered(button);
      button.setAttribute("aria-pressed", String(pressed));
      if (pressed) now = button.querySelector(".asks").textContent;
    });
    if (question.textContent !== now) question.textContent = now;
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-layers]");
    if (button && atlas.boot) ask(button);
  });
  ["layers", "domain"].forEach((event) => atlas.on(event, mark));
})();
