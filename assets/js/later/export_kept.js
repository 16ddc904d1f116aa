/* Exports kept by name: made again each month with their dates moved on. */
(function () {
  "use strict";
  const atlas = window.atlas, { element } = atlas, panel = atlas.export;
  let again = "";

  const list = () => atlas.find("export-kept");
  const tell = (text) => { atlas.find("export-kept-told").textContent = text; };

  function button(key, label, act) {
    const made = element("button", { type: "button", class: "plain-button", "aria-label": label }, panel.say(key));
    made.addEventListener("click", act);
    return made;
  }

  function row(one) {
    const { name } = one, item = element("li", {}, element("strong", {}, name),
      element("span", { class: "quiet" }, one.window ? panel.say("kept-line", one) : one.says));
    const acts = element("div", { class: "acts" }, one.window ? button("repeat", panel.say("repeat-it", one), () => panel.repeat(name)) : "",
      button("forget", panel.say("forget-it", one), () => forget(name)));
    item.append(acts);
    return item;
  }

  function show(all) { list().replaceChildren(...all.map(row)); }

  async function answered(answer, said) {
    const told = await answer.json().catch(() => ({}));
    panel.fields.right();
    if (answer.ok) { show(told); tell(said); again = ""; return true; }
    const message = told.message || panel.say("failed");
    if (!told.field || !panel.fields.wrong(told.field, message)) tell(message);
    return false;
  }

  async function keep() {
    const box = atlas.find("export-name"), name = box.value.trim();
    const asked = { ...panel.given(), name, instead: again === name ? "1" : "0" };
    again = name;
    try {
      if (await answered(await panel.send("kept", "POST", asked), panel.say("is-kept", { name }))) box.value = "";
    } catch (error) { tell(panel.say("failed")); }
    box.focus();
  }

  async function forget(name) {
    try {
      await answered(await panel.send(`kept/${encodeURIComponent(name)}`, "DELETE"), panel.say("forgotten", { name }));
    } catch (error) { tell(panel.say("failed")); }
    atlas.find("export-name").focus();
  }

  panel.kept = {
    /** The part of the panel, folded until it is wanted. */
    box() {
      const name = element("input", { type: "text", maxlength: "60", autocomplete: "off", spellcheck: "false", autocapitalize: "none" });
      name.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); keep(); } });
      const made = element("details", { class: "kept" }, element("summary", {}, panel.say("part-kept")),
        element("p", { class: "quiet" }, panel.say("kept-about")), element("ul", { id: "export-kept" }),
        panel.fields.field("name", name, panel.say("name"), panel.say("name-about")), button("keep", null, keep),
        element("p", { id: "export-kept-told", role: "status" }));
      made.addEventListener("toggle", () => { if (made.open) fetched(); });
      return made;
    },
  };

  async function fetched() {
    try { await answered(await fetch(panel.address("kept", {})), ""); } catch (error) { tell(panel.say("failed")); }
  }
})();
