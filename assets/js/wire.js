/* Reads the server's binary answers; layers/wire.py describes the form. */
(function () {
  "use strict";
  const TYPES = {
    u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array,
    f32: Float32Array, f64: Float64Array,
  };

  window.atlas.wire = {
    /** Lay typed arrays over a received buffer: {meta, columns: {name: array}}, no copies. */
    decode(buffer) {
      const magic = String.fromCharCode(...new Uint8Array(buffer, 0, 4));
      if (magic !== "IEA1") throw new Error("not an IEA1 answer");
      const length = new DataView(buffer).getUint32(4, true);
      const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, length)));
      const start = 8 + Math.ceil(length / 8) * 8;
      const columns = {};
      Object.entries(header.columns).forEach(([name, at]) => {
        columns[name] = new TYPES[at.type](buffer, start + at.offset, at.length);
      });
      return { meta: header.meta, columns };
    },
  };
})();
