/* The two canvases around the data: the ground beneath, boundaries and names above. */
(function () {
  "use strict";
  const atlas = window.atlas;
  let waiting = 0;

  /** A canvas fitted to the map, wiped, with what drawing on it needs. */
  function sheet(id) {
    const canvas = atlas.find(id), dots = window.devicePixelRatio || 1;
    const width = canvas.clientWidth, height = canvas.clientHeight;
    if (canvas.width !== Math.round(width * dots) || canvas.height !== Math.round(height * dots)) {
      canvas.width = Math.round(width * dots);
      canvas.height = Math.round(height * dots);
    }
    const pen = canvas.getContext("2d");
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, canvas.width, canvas.height);
    return {
      pen, dots, width, height,
      /** World pixels of the view's upper left corner. */
      origin() {
        const { longitude, latitude, zoom } = atlas.state.view;
        const [x, y] = atlas.mercator.project(longitude, latitude, zoom);
        return [x - width / 2, y - height / 2];
      },
      ink: (pair) => pair[atlas.state.theme === "dark" ? 1 : 0],
    };
  }

  function paint() {
    waiting = 0;
    if (!atlas.state.view || !atlas.find("ground")) return;
    atlas.basemap.ground(sheet("ground"));
    const over = sheet("names");
    atlas.basemap.borders(over);
    atlas.labels.write(over);
  }

  atlas.sheets = {
    sheet,

    /** Paint again with the next frame; many calls make one painting. */
    paint() { if (!waiting) waiting = requestAnimationFrame(paint); },
  };
  ["moving", "basemap", "theme", "resized", "layers", "data"].forEach((event) => atlas.on(event, atlas.sheets.paint));
  /* Names that follow the clock, such as incidents' letters, are few: once time rests. */
  atlas.on("released", atlas.sheets.paint);
})();
