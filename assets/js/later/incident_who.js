/* Who took part: a row for each, with a name and a role. */
(function () {
  "use strict";
  const { incident } = window.atlas, { told, make, say } = incident;
  let list = null, roles = [], made = 0;

  function row(actor) {
    made += 1;
    const name = make("input", { type: "text", id: `actor-${made}`, autocomplete: "off" });
    const role = make("select", { id: `actor-role-${made}` }, roles.map((one) => make("option", { value: one.value }, one.label)));
    name.value = actor.name;
    role.value = actor.role;
    const item = make("li", {},
      make("div", { class: "control" }, make("label", { for: name.id }, say("actor")), name),
      make("div", { class: "control" }, make("label", { for: role.id }, say("role")), role),
      incident.button("remove-actor", () => {
        const next = item.nextElementSibling || item.previousElementSibling;
        item.remove();
        number();
        (next ? next.querySelector("input") : document.getElementById("add-actor")).focus();
        list.dispatchEvent(new Event("input", { bubbles: true }));
      }, { class: "plain-button remove" }));
    return item;
  }

  /* Rows are numbered for those who hear the page. */
  function number() {
    [...list.children].forEach((item, i) => {
      item.setAttribute("aria-label", say("actor-n", { n: i + 1 }));
      item.querySelector(".remove").textContent = say("remove-actor", { n: i + 1 });
    });
  }

  incident.actors = {
    build(field) {
      roles = field.choices;
      list = make("ol", { class: "actors", "aria-label": field.label });
      this.fill(told.actors);
      return make("div", { class: "whole", "data-field": field.name }, make("small", {}, field.help), list,
        incident.button("add-actor", () => {
          const item = row({ name: "", role: roles[0].value });
          list.append(item);
          number();
          item.querySelector("input").focus();
        }, { id: "add-actor" }));
    },
    fill(actors) { list.replaceChildren(...actors.map(row)); number(); },
    collect: () => [...list.children].map((item) => ({ name: item.querySelector("input").value, role: item.querySelector("select").value })),
  };
})();
