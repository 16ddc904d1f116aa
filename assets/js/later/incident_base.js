/* What the parts of the incident's page share: its words, elements, and the server. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const told = JSON.parse(document.getElementById("told").textContent);

  atlas.incident = {
    told,

    say(key, values) {
      return (told.words[key] || key).replace(/\{(\w+)\}/g,
        (gap, name) => (values && name in values ? values[name] : gap));
    },

    /** An element; `on` hangs functions on events, everything else is an attribute. */
    make(tag, attributes, ...children) {
      const { on, ...plain } = attributes || {};
      const made = atlas.element(tag, plain, ...children.flat().filter((child) => child !== undefined));
      Object.entries(on || {}).forEach(([event, act]) => made.addEventListener(event, act));
      return made;
    },

    button(key, act, more) {
      return this.make("button", { type: "button", class: "plain-button", on: { click: act }, ...more }, this.say(key));
    },

    message(text, kind, ...more) {
      return this.make("div", { class: "message " + (kind || ""), role: kind === "wrong" ? "alert" : "status" },
        this.make("p", {}, text), ...more);
    },

    link(path, query) {
      return `${told.base}${path}?${new URLSearchParams({ lang: told.lang, ...query })}`;
    },

    /** Ask the server; the answer is its JSON, and a refusal an error with its sentence. */
    async ask(path, query, body) {
      let answer;
      try {
        answer = await fetch(this.link("incident/" + path, query), body === undefined ? {} : {
          method: "POST", body: JSON.stringify(body),
          headers: { [told.header]: "1", "Content-Type": "application/json" },
        });
      } catch (lost) {
        throw new Error(this.say("offline"));
      }
      const said = await answer.json().catch(() => ({ message: this.say("failed") }));
      if (!answer.ok) throw Object.assign(new Error(said.message), { changed: said.changed });
      return said;
    },
  };
})();
