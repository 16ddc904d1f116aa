/* Days since 1970-01-01 and the months they fall in; all in UTC, so that no zone shifts a day. */
(function () {
  "use strict";
  const DAY = 86400000;

  window.atlas.dates = {
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
