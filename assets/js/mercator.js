/* The map's plane: Web Mercator in pixels at a zoom, as deck.gl draws it (512-pixel world). */
(function () {
  "use strict";
  const RAD = Math.PI / 180;
  const POLE = 85.0511; // where the plane is square; beyond it the logarithm has no value

  window.atlas.mercator = {
    /** Longitude and latitude as pixels of the whole world at a zoom, y downwards. */
    project(lon, lat, zoom) {
      const size = 512 * Math.pow(2, zoom);
      const held = Math.max(-POLE, Math.min(POLE, lat));
      const y = Math.log(Math.tan(Math.PI / 4 + (held * RAD) / 2));
      return [(lon / 360 + 0.5) * size, (0.5 - y / (2 * Math.PI)) * size];
    },

    /** The inverse of `project`. */
    unproject(x, y, zoom) {
      const size = 512 * Math.pow(2, zoom);
      const turned = (0.5 - y / size) * 2 * Math.PI;
      return [(x / size - 0.5) * 360, (2 * Math.atan(Math.exp(turned)) - Math.PI / 2) / RAD];
    },

    /** Metres on the ground that a pixel covers at a latitude and a zoom. */
    metres(lat, zoom) { return (40075016.686 * Math.cos(lat * RAD)) / (512 * Math.pow(2, zoom)); },

    /** West, south, east, north of what a view shows on so many pixels. */
    edges(view, width, height) {
      const [x, y] = this.project(view.longitude, view.latitude, view.zoom);
      const [west, north] = this.unproject(x - width / 2, y - height / 2, view.zoom);
      const [east, south] = this.unproject(x + width / 2, y + height / 2, view.zoom);
      return [west, south, east, north];
    },
  };
})();
