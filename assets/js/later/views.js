/* The dialogue of saved views: save this one, open, rename, delete, carry to another browser. */
(function () {
  "use strict";
  const atlas = window.atlas, { element, views } = atlas;
  let dialog = null;

  const say = (key, values) => atlas.words.say(key, values);

  function button(key, act, attributes) {
    const made = element("button", { type: "button", class: "plain-button", ...attributes }, say(key));
    made.addEventListener("click", act);
    return made;
  }

  function tell(text) { dialog.querySelector(".told").textContent = text; }

  /* Language is the reader's own, not the view's. */
  function link() {
    const page = atlas.link.page();
    return page.slice(page.indexOf("?")).replace(/[?&]lang=\w+/, (found) => (found[0] === "?" ? "?" : ""));
  }

  function save(event) {
    event.preventDefault();
    const input = dialog.querySelector("#view-name"), name = input.value.trim();
    if (!name) return tell(say("view-needs-name"));
    const taken = views.find(name);
    if (taken && input.dataset.replaces !== name) {
      input.dataset.replaces = name;
      return tell(say("view-replaces", { name }));
    }
    tell(views.save(name, link()) ? say("view-saved", { name }) : say("views-not-kept"));
    input.value = "";
    show();
  }

  function open(view) {
    dialog.close();
    atlas.undo.take(location.pathname + view.link);
    atlas.notice(say("view-opened", { name: view.name }), "done");
  }

  function rename(view, item) {
    const input = element("input", { type: "text", maxlength: "120", "aria-label": say("view-new-name", { name: view.name }) });
    input.value = view.name;
    const done = () => {
      if (!views.rename(view.name, input.value)) return tell(say("view-name-taken", { name: input.value.trim() }));
      tell("");
      show();
      focus(input.value.trim());
    };
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") { event.preventDefault(); done(); }
      if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); show(); focus(view.name); }
    });
    item.replaceChildren(input, button("view-rename", done));
    input.focus();
  }

  function remove(view) {
    views.remove(view.name);
    tell(say("view-removed", { name: view.name }));
    show();
    dialog.querySelector("#view-name").focus();
  }

  function focus(name) {
    const found = [...dialog.querySelectorAll(".view-open")].find((one) => one.dataset.name === name);
    if (found) found.focus();
  }

  function row(view) {
    const item = element("li", {});
    const opens = element("button", { type: "button", class: "view-open", "data-name": view.name }, view.name);
    opens.addEventListener("click", () => open(view));
    const day = view.saved ? atlas.words.day(Math.floor(Date.parse(view.saved) / 86400000)) : "";
    item.append(opens, element("span", { class: "quiet" }, day),
      button("view-rename", () => rename(view, item), { "aria-label": say("view-rename-it", { name: view.name }) }),
      button("view-delete", () => remove(view), { "aria-label": say("view-delete-it", { name: view.name }) }));
    return item;
  }

  function show() {
    const all = views.list();
    dialog.querySelector(".views").replaceChildren(...all.map(row));
    dialog.querySelector(".none").hidden = all.length > 0;
    dialog.querySelector("#views-export").disabled = !all.length;
  }

  function exported() {
    const url = URL.createObjectURL(new Blob([views.text()], { type: "application/json" }));
    element("a", { href: url, download: "atlas-views.json" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

  async function imported(event) {
    const [file] = event.target.files;
    if (!file) return;
    const taken = views.take(await file.text());
    event.target.value = "";
    tell(taken === null ? say("views-no-file", { name: file.name }) : atlas.words.count("views-taken", taken));
    show();
  }

  function build() {
    const name = element("input", { id: "view-name", type: "text", maxlength: "120", autocomplete: "off" });
    name.addEventListener("input", () => { delete name.dataset.replaces; tell(""); });
    const file = element("input", { id: "views-file", type: "file", accept: ".json,application/json", hidden: "" });
    file.addEventListener("change", imported);
    const form = element("form", {}, element("label", { for: "view-name" }, say("view-name")), name,
      element("button", { type: "submit", class: "plain-button" }, say("view-save")));
    form.addEventListener("submit", save);
    const made = element("dialog", { id: "saved-views", class: "sheet-dialog", "aria-labelledby": "saved-views-title" },
      element("h2", { id: "saved-views-title" }, say("views")),
      element("p", { class: "quiet" }, say("views-where")), form,
      element("p", { class: "told", role: "status" }), element("ul", { class: "views" }),
      element("p", { class: "none quiet" }, say("views-none")),
      element("div", { class: "row" }, button("views-export", exported, { id: "views-export" }),
        button("views-import", () => file.click()), file, button("close", () => dialog.close())));
    document.body.append(made);
    return made;
  }

  /** Open the dialogue; the focus comes back to what had it. */
  views.open = function () {
    dialog = dialog || build();
    tell("");
    show();
    dialog.showModal();
    dialog.querySelector("#view-name").focus();
  };
})();
