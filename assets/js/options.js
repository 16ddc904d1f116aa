/* What a person chose about each layer beside its opacity: kept here, asked with its data. */
(function () {
  "use strict";
  const atlas = window.atlas;

  function chosen(id) { return (atlas.state.options && atlas.state.options[id]) || {}; }

  function defaults(id) {
    const layer = atlas.boot.layers.find((one) => one.id === id);
    return layer ? layer.options : {};
  }

  atlas.options = {
    of: chosen,

    /** What differs from the default, as `o.<name>=<value>` in a query. */
    query(id) {
      const usual = defaults(id);
      return Object.entries(chosen(id)).filter(([name, value]) => value !== usual[name])
        .map(([name, value]) => "o." + name + "=" + encodeURIComponent(value)).join("&");
    },

    /** Every layer's choices that differ from the default: `layer.name:value,...`. */
    link() {
      return atlas.boot.layers.flatMap((layer) => Object.entries(chosen(layer.id))
        .filter(([name, value]) => value !== layer.options[name])
        .map(([name, value]) => layer.id + "." + name + ":" + encodeURIComponent(value))).join(",");
    },

    set(id, name, value) {
      if (value === null || value === undefined || String(value) === chosen(id)[name]) return;
      atlas.state.options = { ...atlas.state.options, [id]: { ...chosen(id), [name]: String(value) } };
      atlas.emit("options");
    },
  };
})();
