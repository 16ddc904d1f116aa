/* Plotly, which weighs more than the rest of the page: fetched once, taught the page's language. */
(function () {
  "use strict";
  const atlas = window.atlas;
  let coming = null;

  /* How the page's language writes numbers; names of days and months come from the browser. */
  function locale(lang) {
    const parts = new Intl.NumberFormat(lang).formatToParts(-1234567.8);
    const sign = (type) => (parts.find((part) => part.type === type) || { value: "" }).value;
    const names = (options, days) => days.map((day) => new Intl.DateTimeFormat(lang, { timeZone: "UTC", ...options }).format(day));
    const week = Array.from({ length: 7 }, (_, i) => Date.UTC(2023, 0, 1 + i)), year = Array.from({ length: 12 }, (_, i) => Date.UTC(2023, i, 1));
    return { moduleType: "locale", name: lang, dictionary: {}, format: {
      days: names({ weekday: "long" }, week), shortDays: names({ weekday: "short" }, week),
      months: names({ month: "long" }, year), shortMonths: names({ month: "short" }, year),
      decimal: sign("decimal"), thousands: sign("group"), grouping: [3], currency: ["", ""], periods: ["", ""],
      date: "%d/%m/%Y", time: "%H:%M:%S", dateTime: "%d/%m/%Y %H:%M:%S", year: "%Y", month: "%b %Y", dayMonth: "%-d %b", dayMonthYear: "%-d %b %Y" } };
  }

  /** Plotly itself; the page's own component for diagrams fetches the same file. */
  atlas.plotly = function () {
    if (!coming) {
      coming = (window.Plotly ? Promise.resolve() : atlas.fetchScript(window._dashPlotlyJSURL)).then(() => {
        window.Plotly.register(locale(atlas.boot.lang));
        return window.Plotly;
      }).catch((error) => { coming = null; throw error; });
    }
    return coming;
  };
})();
