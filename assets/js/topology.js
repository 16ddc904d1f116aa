/* Reads TopoJSON (version 1, the format's specification) into flat arrays for deck.gl. */
(function () {
  "use strict";

  /* Undo the delta coding of one arc: [[lon, lat], ...]. */
  function unpack(topology, arc) {
    if (!topology.transform) return arc;
    const { scale, translate } = topology.transform;
    let x = 0, y = 0;
    return arc.map((step) => {
      x += step[0]; y += step[1];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  }

  /* Join arcs into one line; a negative number is an arc walked backwards. */
  function join(arcs, indices) {
    const line = [];
    indices.forEach((index) => {
      const arc = index < 0 ? arcs[~index].slice().reverse() : arcs[index];
      for (let i = line.length ? 1 : 0; i < arc.length; i++) line.push(arc[i]);
    });
    return line;
  }

  function each(object, visit) {
    if (object.type === "GeometryCollection") object.geometries.forEach((g) => each(g, visit));
    else if (object.type) visit(object);
  }

  window.atlas.topology = {
    /** A topology whose arcs are unpacked once; hand it to the functions below. */
    open(topology) {
      return { objects: topology.objects, arcs: topology.arcs.map((arc) => unpack(topology, arc)) };
    },

    /** Every polygon as {rings: [[lon, lat], ...][], properties}. */
    polygons(opened, name) {
      const found = [];
      each(opened.objects[name], (geometry) => {
        const many = geometry.type === "MultiPolygon" ? geometry.arcs : [geometry.arcs];
        many.forEach((rings) => found.push({
          rings: rings.map((ring) => join(opened.arcs, ring)),
          properties: geometry.properties || {},
        }));
      });
      return found;
    },

    /** Every line as {line: [[lon, lat], ...], properties}. */
    lines(opened, name) {
      const found = [];
      each(opened.objects[name], (geometry) => {
        const many = geometry.type === "MultiLineString" ? geometry.arcs : [geometry.arcs];
        many.forEach((indices) => found.push({
          line: join(opened.arcs, indices), properties: geometry.properties || {},
        }));
      });
      return found;
    },
  };
})();
