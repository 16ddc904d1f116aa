/* What the record said before, version by version, and how it is set aside and brought back. */
(function () {
  "use strict";
  const { incident } = window.atlas, { told, make, say } = incident;

  function version(one) {
    const fill = one.values ? [incident.button("fill", () => {
      incident.fields.fill(one.values, one.actors);
      incident.where.moved();
      incident.tell(incident.message(say("filled")));
    })] : [];
    return make("li", {}, make("p", {}, one.brought), one.changes.length
      ? make("ul", { class: "changes" }, one.changes.map((text) => make("li", {}, text))) : null, ...fill);
  }

  async function act(what) {
    const reason = document.getElementById("retire-reason");
    try {
      await incident.ask(`${told.id}/${what}`, {}, { expected: told.known.mark, reason: reason ? reason.value : "" });
      incident.leave(told.id, what === "retire" ? "retired" : "restored");
    } catch (error) {
      incident.tell(...incident.result.refused(error));
    }
  }

  function aside() {
    if (told.locked) return [];
    if (told.known.retired) return [make("div", { class: "actions" }, incident.button("restore", () => act("restore"), { id: "restore" }))];
    return [make("details", {}, make("summary", {}, say("retire")), make("p", { class: "quiet" }, say("retire-help")),
      make("div", { class: "control" }, make("label", { for: "retire-reason" }, say("retire-reason")),
        make("input", { type: "text", id: "retire-reason", autocomplete: "off" })),
      incident.button("retire", () => act("retire"), { id: "retire" }))];
  }

  incident.history = {
    build() {
      if (!told.history) return [];
      const { history } = told;
      return [make("section", { class: "part", id: "history", "aria-labelledby": "h-history" },
        make("h2", { id: "h-history" }, say("history")),
        make("p", { class: "says" }, history.says),
        make("ol", { class: "versions" }, history.versions.map(version)),
        ...(history.unheeded.length ? [make("p", {}, say("unheeded")), make("ul", { class: "versions unheeded" }, history.unheeded.map(version))] : []),
        ...aside())];
    },
  };
})();
