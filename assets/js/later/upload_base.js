/* What the parts of the upload page share: its words, numbers, elements, and the server. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const told = JSON.parse(document.getElementById("told").textContent);
  const locale = told.lang === "fr" ? "fr-FR" : "en-GB";
  const numbers = new Intl.NumberFormat(locale);
  const sizes = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });

  const upload = {
    told,
    /** What the server says of the upload; null before there is one. */
    state: null,
    /** What a person chose on the form, by the names that the server reads. */
    form: { map: {} },

    say(key, values) {
      return (told.words[key] || key).replace(/\{(\w+)\}/g,
        (gap, name) => (values && name in values ? values[name] : gap));
    },
    /** A colon as the language sets it. */
    colon: told.lang === "fr" ? "\u00a0: " : ": ",
    number: (n) => numbers.format(n),
    megabytes: (bytes) => sizes.format(bytes / 1e6),

    /** An element; `on` hangs functions on events, everything else is an attribute. */
    make(tag, attributes, ...children) {
      const { on, ...plain } = attributes || {};
      const made = atlas.element(tag, plain, ...children.flat().filter((child) => child !== undefined));
      Object.entries(on || {}).forEach(([event, act]) => made.addEventListener(event, act));
      return made;
    },

    button(id, key, act, more) {
      return this.make("button", { type: "button", id, class: "plain-button", on: { click: act }, ...more },
        this.say(key));
    },

    /** A sentence that wants to be read: a problem, or what a person should know. */
    message(text, kind, ...more) {
      return this.make("div", { class: "message " + (kind || ""), role: kind === "wrong" ? "alert" : "status" },
        this.make("p", {}, text), ...more);
    },

    address(path) {
      const joint = path.includes("?") ? "&" : "?";
      return `${told.base}import/uploads${path}${joint}lang=${told.lang}`;
    },

    /** Ask the server; the answer is its JSON, and a refusal an error with its sentence. */
    async ask(path, method, body) {
      let answer;
      try {
        answer = await fetch(this.address(path), {
          method: method || "GET", body: body === undefined ? undefined : JSON.stringify(body),
          headers: { [told.header]: "1", ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
        });
      } catch (lost) {
        throw this.problem({ message: this.say("offline") }, 0);
      }
      const said = await answer.json().catch(() => ({ message: this.say("failed") }));
      if (!answer.ok) throw this.problem(said, answer.status);
      return said;
    },

    problem(said, status) {
      const error = new Error(said.message);
      Object.assign(error, { options: said.options || [], fields: said.fields || [], status });
      return error;
    },
  };
  atlas.upload = upload;
})();
