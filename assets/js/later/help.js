/* Help: a dialogue of notes, words and keys, and the short answers of each “?”. Its text comes
   once from the server, which takes both from one table. */
(function () {
  "use strict";
  const atlas = window.atlas, { element } = atlas, say = (key) => atlas.words.say(key);
  let coming = null, dialog = null;

  /* Our own words, escaped where they were written. */
  async function fetched() {
    const answer = await fetch(atlas.boot.help);
    if (!answer.ok) throw new Error(answer.statusText);
    const held = element("div", { class: "help" });
    held.innerHTML = await answer.text();
    return held;
  }

  function text() {
    coming = coming || fetched().catch((error) => {
      coming = null;
      atlas.notice(atlas.words.say("failed"));
      throw error;
    });
    return coming;
  }

  function closer(act) {
    const made = element("button", { type: "button", class: "icon-button", title: say("help-close"), "aria-label": say("help-close") },
      element("span", { class: "icon icon-close", "aria-hidden": "true" }));
    made.addEventListener("click", act);
    return made;
  }

  function go(id) {
    const part = dialog.querySelector("#" + id);
    part.scrollIntoView({ block: "start" });
    (part.querySelector("h3") || part).focus({ preventScroll: true });
  }

  function parts(held) {
    const links = [...held.querySelectorAll("section")].map((part) => {
      const made = element("button", { type: "button", class: "plain-button" }, part.querySelector("h3").textContent);
      made.addEventListener("click", () => go(part.id));
      return made;
    });
    return element("nav", { "aria-label": say("help-parts") }, ...links);
  }

  function build(held) {
    dialog = element("dialog", { id: "help", class: "sheet-dialog help-dialog", role: "dialog", "aria-labelledby": "help-title" },
      element("div", { class: "help-head" }, element("h2", { id: "help-title" }, say("help-title")), parts(held), closer(() => dialog.close())), held);
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener("close", () => dialog.remove());
  }

  /* Under its button where there is room, over it where there is more, and never off the screen. */
  function place(box, button) {
    const at = button.getBoundingClientRect(), { offsetWidth: wide, offsetHeight: tall } = box;
    const below = at.bottom + 6, over = at.top - 6 - tall;
    box.style.left = Math.max(8, Math.min(window.innerWidth - wide - 8, at.left - 12)) + "px";
    box.style.top = Math.max(8, below + tall > window.innerHeight - 8 ? over : below) + "px";
  }

  function more(box) {
    const made = element("button", { type: "button", class: "plain-button" }, say("help-all"));
    made.addEventListener("click", async () => {
      box.hidePopover();
      await atlas.help.open();
      go("help-words");
    });
    return made;
  }

  function explain(button, held) {
    const name = held.querySelector("#term-" + button.dataset.term);
    const box = element("div", { class: "explained", popover: "auto", role: "dialog", tabindex: "-1", "aria-labelledby": "explained-name", "aria-describedby": "explained-says" },
      element("div", { class: "explained-head" }, element("strong", { id: "explained-name" }, name.textContent), closer(() => box.hidePopover())),
      element("p", { id: "explained-says" }, name.nextElementSibling.textContent));
    box.append(more(box));
    // Within an open dialogue, since everything outside one is out of reach.
    (button.closest("dialog") || document.body).append(box);
    box.addEventListener("toggle", (event) => { if (event.newState === "closed") leave(box, button); });
    box.showPopover();
    place(box, button);
    button.setAttribute("aria-expanded", "true");
    box.focus({ preventScroll: true });
  }

  function leave(box, button) {
    const lost = box.contains(document.activeElement) || document.activeElement === document.body;
    box.remove();
    button.setAttribute("aria-expanded", "false");
    if (lost && !document.querySelector("dialog#help[open]")) button.focus({ preventScroll: true });
  }

  Object.assign(atlas.help, {
    /** Open help; or, by the button of a term, what that means. */
    async open(button) {
      const held = await text();
      if (button && button.dataset.term) {
        explain(button, dialog ? dialog.querySelector(".help") : held);
        return;
      }
      if (!dialog) build(held);
      if (dialog.open) return;
      document.body.append(dialog);
      dialog.showModal();
      dialog.scrollTop = 0;
    },
    close() { if (dialog && dialog.open) dialog.close(); },
  });
})();
