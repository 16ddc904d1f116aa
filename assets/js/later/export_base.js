/* What is to be exported: choices as texts, and which of them count for the form. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const FIRST = {
    form: "pdf", several: "one", level: "1", step: "year", region: "",
    first_from: "", first_to: "", second_from: "", second_to: "",
    size: "a4", standing: "0", dpi: "200", language: "", title: null, subtitle: null, view: "screen",
    chart: "trend", coarsen: "0", notes: "1", mode: "moving", frame: "month", length: "1", speed: "2",
  };
  const OF = { level: "atlas", step: "series", region: "brief", first_from: "compare", first_to: "compare",
    second_from: "compare", second_to: "compare" };

  atlas.export = {
    /** What was chosen; null is what is written from the selection. */
    chosen: { ...FIRST },
    /** The size of a page that suits a form, until a person chooses one. */
    sized: false,
    FITTING: { pptx: "16:9", gif: "16:9", mp4: "16:9" },

    /** What the server offers for the page as it was when the panel opened, and that page. */
    offered: null,
    page: "",

    say(key, values) { return atlas.words.say("export-" + key, values); },

    form() { return this.offered.forms.find((form) => form.id === this.chosen.form); },

    /** Whether a choice changes the file. */
    counts(name) {
      if (!this.form().choices.includes(name)) return false;
      if (OF[name]) return this.chosen.several === OF[name];
      if (name === "standing") return this.chosen.size !== "1:1";
      if (name === "length") return this.chosen.mode === "moving";
      return true;
    },

    /** The choices that count, as the server takes them. */
    given() {
      const found = { page: this.page, form: this.chosen.form };
      Object.keys(FIRST).forEach((name) => {
        const value = this.chosen[name];
        if (name !== "form" && value !== null && this.counts(name)) found[name] = value;
      });
      return found;
    },

    address(path, values) {
      return `${atlas.boot.base}export/${path}?${new URLSearchParams({ lang: atlas.boot.lang, ...values })}`;
    },

    /** A request that changes something, as our own pages make it. */
    send(path, method, body, more) {
      return fetch(this.address(path, {}), {
        method, headers: { "Content-Type": "application/json", "X-Atlas": "1" },
        body: body ? JSON.stringify(body) : undefined, ...more,
      });
    },

    size(bytes) {
      const { words } = atlas;
      return bytes < 950000 ? this.say("kb", { n: words.number(Math.max(1, Math.round(bytes / 1000))) })
        : this.say("mb", { n: words.amount(bytes / 1000000) });
    },
  };
})();
