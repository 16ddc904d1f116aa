/* Words, numbers and dates as the page's language writes them. */
(function () {
  "use strict";
  const DAY = 86400000;
  const made = {};

  function tool(name, build) { return made[name] || (made[name] = build(language())); }
  function language() { return window.atlas.boot.lang === "fr" ? "fr-FR" : "en-GB"; }

  window.atlas.words = {
    /** Take the sentences of a part that came later. */
    add(said) { Object.assign(window.atlas.boot.words, said); },

    /** A sentence of the catalogue the server sent, its `{gaps}` filled. */
    say(key, values) {
      const text = window.atlas.boot.words[key] || key;
      return text.replace(/\{(\w+)\}/g, (gap, name) => (values && name in values ? values[name] : gap));
    },

    /** A sentence whose form follows a number: keys `<key>.one` and `<key>.other`. */
    count(key, n, values) {
      const rule = tool("plural", (l) => new Intl.PluralRules(l)).select(n);
      const form = rule === "one" ? "one" : "other";
      return this.say(key + "." + form, Object.assign({ n: this.number(n) }, values));
    },

    number(n) { return tool("number", (l) => new Intl.NumberFormat(l)).format(n); },

    /** An amount: whole from 100 on, else to three significant digits; as the server writes it. */
    amount(n) {
      if (Math.abs(n) >= 100) return this.number(Math.round(n));
      return tool("amount", (l) => new Intl.NumberFormat(l, { maximumSignificantDigits: 3 })).format(n);
    },

    day(days) {
      return tool("day", (l) => new Intl.DateTimeFormat(
        l, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" })).format(days * DAY);
    },

    month(days) {
      return tool("month", (l) => new Intl.DateTimeFormat(
        l, { month: "short", year: "numeric", timeZone: "UTC" })).format(days * DAY);
    },

    /** The month alone, short. */
    monthName(days) {
      return tool("month-name", (l) => new Intl.DateTimeFormat(l, { month: "short", timeZone: "UTC" })).format(days * DAY);
    },

    /** A span of days, by months where it begins and ends with one. */
    span(first, last) {
      const dates = window.atlas.dates;
      const whole = dates.startOfMonth(first) === first && dates.endOfMonth(last) === last;
      const write = whole ? this.month : this.day;
      const [from, to] = [write.call(this, first), write.call(this, last)];
      return from === to ? from : from + " – " + to;
    },
  };
})();
