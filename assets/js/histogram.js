/* Bars by month, stacked by family of kinds: drawn once a selection, dimmed by the window. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const BASE = 15;
  let bars = null;

  function rebuild() {
    const cube = atlas.counts.cube();
    if (!cube || !atlas.clock.domain()) return;
    bars = atlas.cube.histogram(cube, atlas.clock.domain(), atlas.kinds.groupIndex(cube.meta.kinds), atlas.boot.groups.length);
    paint();
  }

  function peak() {
    let highest = 1;
    for (let m = 0; m < bars.months; m++) highest = Math.max(highest, total(m));
    return highest;
  }

  function total(m) {
    let sum = 0;
    for (let g = 0; g < bars.groups; g++) sum += bars.values[m * bars.groups + g];
    return sum;
  }

  function paint() {
    const canvas = atlas.find("histogram");
    if (!canvas || !bars) return;
    const { width, height } = canvas.getBoundingClientRect(), dots = window.devicePixelRatio || 1;
    canvas.width = width * dots; canvas.height = height * dots;
    const pen = canvas.getContext("2d");
    pen.scale(dots, dots);
    columns(pen, width, height - BASE);
    years(pen, width, height);
    canvas.setAttribute("aria-label", atlas.words.say("histogram", { most: atlas.words.number(peak()) }));
  }

  function columns(pen, width, tall) {
    const side = atlas.state.theme === "dark" ? 1 : 0, highest = peak(), wide = width / bars.months;
    const gap = wide > 4 ? 1 : wide > 2 ? 0.5 : 0;
    for (let m = 0; m < bars.months; m++) {
      let y = tall;
      for (let g = 0; g < bars.groups; g++) {
        const n = bars.values[m * bars.groups + g];
        if (!n) continue;
        const h = (n / highest) * (tall - 2);
        pen.fillStyle = atlas.boot.groups[g].colours[side];
        pen.fillRect(m * wide, y - h, Math.max(0.5, wide - gap), h);
        y -= h;
      }
    }
  }

  function years(pen, width, height) {
    const style = getComputedStyle(document.documentElement), wide = width / bars.months;
    const every = Math.ceil(44 / (wide * 12));
    pen.font = "11px " + style.getPropertyValue("--font");
    pen.fillStyle = style.getPropertyValue("--muted");
    pen.textBaseline = "bottom";
    for (let m = 0; m < bars.months; m++) {
      const year = 1970 + Math.floor((bars.first + m) / 12);
      if ((bars.first + m) % 12 || year % every) continue;
      pen.fillRect(Math.round(m * wide), height - BASE, 1, 4);
      if (m * wide < width - 30) pen.fillText(String(year), m * wide + 3, height);
    }
  }

  ["data", "domain"].forEach((event) => atlas.on(event, rebuild));
  ["theme", "resized"].forEach((event) => atlas.on(event, paint));
  atlas.histogram = { total: (m) => (bars ? total(m) : 0) };
})();
