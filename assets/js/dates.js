/* Days since 1970-01-01 and the steps of time they fall in; all in UTC, so that no zone shifts a day. */
(function () {
  "use strict";
  const DAY = 86400000;

  /* Months, or so many of them at a time. */
  function months(many) {
    return { days: 30.437 * many, of: (days) => Math.floor(dates.month(days) / many), first: (n) => dates.firstOf(n * many) };
  }

  /* Each step numbers its spans: which one a day is `of`, and the `first` day of one. Weeks
     begin on Monday; 1970-01-01 was a Thursday. `days`: how long one is, about. */
  const UNITS = {
    day: { days: 1, of: (days) => days, first: (n) => n },
    week: { days: 7, of: (days) => Math.floor((days + 3) / 7), first: (n) => 7 * n - 3 },
    month: months(1), quarter: months(3), year: months(12),
  };

  const dates = window.atlas.dates = {
    STEPS: Object.keys(UNITS),

    /** {name, days, of, first, last} of a step. */
    unit(name) { return { name, ...UNITS[name], last: (n) => UNITS[name].first(n + 1) - 1 }; },

    day(iso) { return Math.round(Date.parse(iso + "T00:00:00Z") / DAY); },
    iso(days) { return new Date(days * DAY).toISOString().slice(0, 10); },

    /** Months since January 1970. */
    month(days) {
      const date = new Date(days * DAY);
      return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
    },
    year(days) { return new Date(days * DAY).getUTCFullYear(); },
    firstOf(month) { return Date.UTC(1970, month, 1) / DAY; },
    lastOf(month) { return Date.UTC(1970, month + 1, 1) / DAY - 1; },
    startOfMonth(days) { return this.firstOf(this.month(days)); },
    endOfMonth(days) { return this.lastOf(this.month(days)); },

    /** Read `2019`, `2019-03` or `2019-03-07`; as a first or a last day. Null if it is none. */
    read(text, last) {
      const parts = /^\s*(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?\s*$/.exec(text || "");
      if (!parts) return null;
      const year = +parts[1], month = parts[2] ? +parts[2] - 1 : (last ? 11 : 0);
      if (month < 0 || month > 11) return null;
      if (!parts[3]) {
        const index = (year - 1970) * 12 + month;
        return last ? this.lastOf(index) : this.firstOf(index);
      }
      const days = Date.UTC(year, month, +parts[3]) / DAY;
      return new Date(days * DAY).getUTCMonth() === month && +parts[3] > 0 ? days : null;
    },
  };
})();
