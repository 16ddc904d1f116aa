/* What an entry becomes, shown before it is saved; or what speaks against it. */
(function () {
  "use strict";
  const { incident } = window.atlas, { told, make, say } = incident;

  function problem(one) {
    const go = () => {
      const field = incident.fields.input(one.field);
      field.scrollIntoView({ block: "center" });
      field.focus({ preventScroll: true });
    };
    return make("li", {}, incident.fields.input(one.field)
      ? make("button", { type: "button", class: "link", on: { click: go } }, one.label) : make("b", {}, one.label),
    say("pair", { name: "", value: one.message }));
  }

  function doubts(flags) {
    if (!flags.length) return [make("p", { class: "quiet" }, say("no-doubts"))];
    const part = (key, text) => (text ? make("span", {}, say("pair", { name: say(key), value: text })) : null);
    return [make("h3", {}, say("doubts")), make("ul", { class: "flags" }, flags.map((flag) => make("li", {}, make("b", {}, flag.says),
      part("named", flag.named), part("in-fact", flag.found), part("suggestion", flag.suggestion))))];
  }

  function changes(list) {
    return list.length ? [make("h3", {}, say("differs")), make("ul", { class: "changes" }, list.map((one) => make("li", {}, one)))] : [];
  }

  function facts(pairs) {
    return make("dl", { class: "facts" }, pairs.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]));
  }

  incident.result = {
    doubts,

    problems(list) {
      return [incident.message(say("wrong"), "wrong", make("ul", { class: "problems" }, list.map(problem)))];
    },

    /** What it becomes, with the button that saves it; `opened` is the state that the form was opened with. */
    becomes(found, opened, save) {
      const taken = !opened && found.mark, changed = opened && found.mark !== opened;
      return [
        make("h2", { id: "becomes", tabindex: "-1" }, say("becomes")),
        taken ? incident.message(say("taken-number"), "wrong", make("a", { href: incident.link("incident/" + found.id) }, say("exists"))) : null,
        changed ? incident.message(say("changed"), "notice") : null,
        taken ? null : make("p", { class: "says" }, found.says),
        make("h3", { class: "kind" }, found.heading), make("p", {}, found.about),
        ...changes(found.changes), ...doubts(found.flags), facts(found.facts),
        found.saves && !taken ? make("div", { class: "actions" }, incident.button("save", save, { id: "save", class: "main-button" })) : null,
      ].filter(Boolean);
    },

    /** Why it could not be saved; nothing that was written is lost. */
    refused(error) {
      const now = error.changed && told.known
        ? [make("a", { href: incident.link("incident/" + told.id), target: "_blank" }, say("now"))] : [];
      return [incident.message(error.message, "wrong", ...now)];
    },
  };
})();
