/* Kinds of incident and their families, as the server described them. */
(function () {
  "use strict";
  const atlas = window.atlas;
  let index = null;

  atlas.kinds = {
    /** {id, label, group, letter, colours} of a kind; unknown ids name themselves. */
    of(id) {
      if (!index) index = new Map(atlas.boot.kinds.map((kind) => [kind.id, this.full(kind)]));
      return index.get(id) || { id, label: id, group: null, letter: "?", colours: ["#888888", "#888888"] };
    },

    full(kind) {
      const group = atlas.boot.groups.find((one) => one.id === kind.group);
      return { ...kind, letter: group.letter, colours: group.colours };
    },

    /** Place of each of the cube's kinds in the list of families. */
    groupIndex(kinds) {
      const order = new Map(atlas.boot.groups.map((group, i) => [group.id, i]));
      return kinds.map((id) => order.get(this.of(id).group) ?? atlas.boot.groups.length - 1);
    },
  };
})();
