/* One chart: Plotly draws its bars, and a button lies over each of them.

   The buttons are what a person reads, focuses and presses; the drawing is hidden from those
   who hear the page. `bars` are {key, name, said, n, colour, letter, chosen, faded}. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const ROW = 26, TALL = 168, FOOT = 20, HEAD = 16, FADED = 0.28, LEAST = 24;

  function style(name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }

  function base(lang) {
    return {
      config: { staticPlot: true, displayModeBar: false, locale: lang },
      layout: {
        paper_bgcolor: "rgba(0, 0, 0, 0)", plot_bgcolor: "rgba(0, 0, 0, 0)", showlegend: false, bargap: 0.3,
        font: { family: style("--font"), size: 11, color: style("--ink") },
        xaxis: { fixedrange: true, zeroline: false, showgrid: false, visible: false },
        yaxis: { fixedrange: true, zeroline: false, showgrid: false, visible: false },
      },
    };
  }

  function marker(bars) {
    return { color: bars.map((bar) => bar.colour), opacity: bars.map((bar) => (bar.faded ? FADED : 1)), line: { width: 0 } };
  }

  function peak(bars) { return Math.max(1, ...bars.map((bar) => bar.n)); }

  /* Bars from the left, a name before each and its number behind it. */
  function rows(plot, bars, names) {
    const { config, layout } = base(atlas.boot.lang), at = bars.map((_, i) => i);
    const trace = { type: "bar", orientation: "h", x: bars.map((bar) => bar.n), y: at, marker: marker(bars),
      texttemplate: "%{x:,}", textposition: "outside", cliponaxis: false, hoverinfo: "skip" };
    Object.assign(layout, { width: plot.clientWidth, height: bars.length * ROW, margin: { l: names, r: 52, t: 0, b: 0 } });
    layout.xaxis.range = [0, peak(bars)];
    layout.yaxis.range = [bars.length - 0.5, -0.5];
    return window.Plotly.react(plot, [trace], layout, config);
  }

  /* Bars from the ground, a name below each; a scale where there is no room for numbers. */
  function columns(plot, bars, { names, scale, mean, marks }) {
    const { config, layout } = base(atlas.boot.lang), at = bars.map((_, i) => i);
    const trace = { type: "bar", x: at, y: bars.map((bar) => bar.n), marker: marker(bars), hoverinfo: "skip" };
    if (!scale) Object.assign(trace, { texttemplate: "%{y:,}", textposition: "outside", cliponaxis: false, textangle: 0, constraintext: "none" });
    const traces = [trace];
    if (mean) traces.push({ type: "scatter", mode: "lines", x: at, y: mean, hoverinfo: "skip", connectgaps: false,
      line: { color: style("--ink"), width: 1.6 } });
    Object.assign(layout, { width: plot.clientWidth, height: TALL, margin: { l: names, r: 4, t: HEAD, b: FOOT } });
    layout.xaxis.range = [-0.5, bars.length - 0.5];
    layout.yaxis.range = [0, peak(bars)];
    if (scale) Object.assign(layout.yaxis, { visible: true, showgrid: true, gridcolor: style("--line"), tickformat: ",d", nticks: 5, color: style("--muted"), rangemode: "tozero" });
    layout.shapes = (marks || []).map((x) => ({ type: "line", x0: x - 0.5, x1: x - 0.5, y0: 0, y1: -4, yref: "y", line: { color: style("--line"), width: 1 } }));
    if (scale) layout.bargap = bars.length > 40 ? 0.1 : 0.3;
    return window.Plotly.react(plot, traces, layout, config);
  }

  function button(bar, press) {
    const letter = bar.letter ? atlas.element("span", { class: "mark", "aria-hidden": "true" }, bar.letter) : null;
    if (letter) letter.style.setProperty("--mark", bar.colour);
    const made = atlas.element("button", { type: "button", "data-key": bar.key, title: bar.said, "aria-label": bar.said, "aria-pressed": String(Boolean(bar.chosen)) },
      atlas.element("span", { class: "name", "aria-hidden": "true" }, letter, atlas.element("span", {}, bar.name)));
    made.addEventListener("click", () => press(bar));
    return atlas.element("li", {}, made);
  }

  /* New buttons only where bars come, go or change places, so that the focus stays. */
  function buttons(list, bars, press) {
    const now = [...list.querySelectorAll("button")];
    const same = now.length === bars.length && now.every((one, i) => one.dataset.key === bars[i].key);
    if (!same) {
      const focused = list.contains(document.activeElement) ? document.activeElement.dataset.key : null;
      list.replaceChildren(...bars.map((bar) => button(bar, press)));
      const again = focused && [...list.querySelectorAll("button")].find((one) => one.dataset.key === focused);
      if (again) again.focus({ preventScroll: true });
      return;
    }
    now.forEach((one, i) => {
      one.title = bars[i].said;
      one.setAttribute("aria-label", bars[i].said);
      one.setAttribute("aria-pressed", String(Boolean(bars[i].chosen)));
      const letter = one.querySelector(".mark");
      if (letter) letter.style.setProperty("--mark", bars[i].colour);
    });
  }

  /* Arrows go from bar to bar, as in a toolbar; Tab goes through them as well. */
  function arrows(event) {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const all = by ? [...event.currentTarget.querySelectorAll("button")] : [];
    const next = all[all.indexOf(document.activeElement) + by];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    if (next) next.focus();
  }

  atlas.chartBars = { rows, columns, buttons, arrows, ROW, TALL, LEAST };
})();
