/* Bars over time, stacked by family of kinds: drawn once a selection, dimmed by the window.

   A bar is a step of time, or a larger one where steps would be too thin to see. The share of
   a family whose date is coarse is hatched: it stands in every bar that it may belong to. */
(function () {
  "use strict";
  const atlas = window.atlas;
  const YEARS = 15, DONE = 12, ROOM = 14, LEAST = 2.5; // rows below: years, what was done; the strip above; the narrowest bar
  let bars = null, unit = null;

  /* The finest step, from the one in force on, whose bars can be seen and brushed. */
  function fitting() {
    const { STEPS, unit: of } = atlas.dates, [first, last] = atlas.clock.domain();
    const room = atlas.find("histogram").getBoundingClientRect().width / LEAST;
    const from = STEPS.indexOf(atlas.clock.unit().name);
    return STEPS.slice(from).map((name) => of(name)).find((one) => one.of(last) - one.of(first) < room) || of("year");
  }

  function rebuild() {
    const cube = atlas.counts.cube();
    if (!cube || !atlas.clock.domain() || !atlas.find("histogram")) return;
    unit = fitting();
    bars = atlas.cube.histogram(cube, atlas.clock.domain(), atlas.kinds.groupIndex(cube.meta.kinds), atlas.boot.groups.length, unit);
    paint();
  }

  function total(bar) {
    let sum = 0;
    for (let g = 0; g < bars.groups; g++) sum += bars.values[bar * bars.groups + g];
    return sum;
  }

  function peak() {
    let highest = 1;
    for (let bar = 0; bar < bars.bars; bar++) highest = Math.max(highest, total(bar));
    return highest;
  }

  function paint() {
    const canvas = atlas.find("histogram");
    if (!canvas || !bars) return;
    const { width, height } = canvas.getBoundingClientRect(), dots = window.devicePixelRatio || 1;
    canvas.width = width * dots; canvas.height = height * dots;
    const pen = canvas.getContext("2d");
    pen.scale(dots, dots);
    columns(pen, width, height - YEARS - DONE);
    years(pen, width, height);
    canvas.setAttribute("aria-label", atlas.words.say("histogram-" + unit.name, { most: atlas.words.number(peak()) }));
  }

  /* Where bars begin: each takes as much room as its days, the first and last what is left of them. */
  function edges(width) {
    const [low, high] = atlas.clock.domain(), at = [];
    for (let bar = 0; bar <= bars.bars; bar++) {
      const day = Math.min(high + 1, Math.max(low, unit.first(bars.first + bar)));
      at.push(((day - low) / (high + 1 - low)) * width);
    }
    return at;
  }

  function columns(pen, width, tall) {
    const side = atlas.state.theme === "dark" ? 1 : 0, at = edges(width), thin = width / bars.bars;
    const gap = thin > 4 ? 1 : thin > 2 ? 0.5 : 0, scale = (tall - ROOM) / peak();
    const fills = atlas.boot.groups.map((group) => [group.colours[side], hatch(pen, group.colours[side])]);
    for (let bar = 0; bar < bars.bars; bar++) {
      let y = tall;
      for (let g = 0; g < bars.groups; g++) {
        const k = bar * bars.groups + g, parts = [bars.values[k] - bars.coarse[k], bars.coarse[k]];
        parts.forEach((n, vague) => {
          if (!n) return;
          pen.fillStyle = fills[g][vague];
          pen.fillRect(at[bar], y - n * scale, Math.max(0.5, at[bar + 1] - at[bar] - gap), n * scale);
          y -= n * scale;
        });
      }
    }
  }

  /* A pale filling with lines across. */
  function hatch(pen, colour) {
    const tile = new OffscreenCanvas(4, 4), line = tile.getContext("2d");
    line.globalAlpha = 0.25;
    line.fillStyle = colour;
    line.fillRect(0, 0, 4, 4);
    line.globalAlpha = 0.75;
    line.lineWidth = 0.7;
    line.strokeStyle = colour;
    [[-1, 1, 1, -1], [-1, 5, 5, -1], [3, 5, 5, 3]].forEach(([x, y, to, end]) => { line.moveTo(x, y); line.lineTo(to, end); });
    line.stroke();
    return pen.createPattern(tile, "repeat");
  }

  /* Under the bars: years, every so many; months as well, where there is room for their names. */
  function years(pen, width, height) {
    const style = getComputedStyle(document.documentElement), { dates } = atlas, [low, high] = atlas.clock.domain();
    const wide = (width / (high + 1 - low)) * 30.437, every = wide > 34 ? 1 : 12 * Math.ceil(44 / (wide * 12));
    pen.font = "11px " + style.getPropertyValue("--font");
    pen.fillStyle = style.getPropertyValue("--muted");
    pen.textBaseline = "bottom";
    for (let month = dates.month(low); month <= dates.month(high); month++) {
      const x = ((dates.firstOf(month) - low) / (high + 1 - low)) * width, year = 1970 + Math.floor(month / 12);
      if (dates.firstOf(month) < low || (every === 1 ? 0 : month % 12 || year % (every / 12))) continue;
      pen.fillRect(Math.round(x), height - YEARS, 1, 4);
      if (x < width - 30) pen.fillText(month % 12 ? atlas.words.monthName(dates.firstOf(month)) : String(year), x + 3, height);
    }
  }

  let shown = "";
  /* Other steps may want other bars. */
  function restep() {
    const now = bars && atlas.clock.unit().name;
    if (now && now !== shown) { shown = now; rebuild(); }
  }

  ["data", "domain"].forEach((event) => atlas.on(event, rebuild));
  atlas.on("clock", restep);
  atlas.on("theme", paint);
  atlas.on("resized", rebuild);
})();
