/* The link of an old export: what changed since, and the choice between then and now. */
(function () {
  "use strict";
  const atlas = window.atlas, { element } = atlas;
  const say = (key, values) => atlas.words.say(key, values);
  let bar = null;

  /** The page's link with one of the two keys given, and without the other. */
  function link(key, mark) {
    const query = new URLSearchParams(atlas.link.page().split("?")[1]);
    query.delete("as");
    query.delete("was");
    if (key) query.set(key, mark);
    return location.pathname + "?" + query.toString().replace(/%2C/g, ",").replace(/%3A/g, ":");
  }

  function button(id, key, act) {
    const made = element("button", { id, type: "button", class: "plain-button" }, say(key));
    made.addEventListener("click", act);
    return made;
  }

  /* The link is of today's data from here on. */
  function stay() {
    delete atlas.boot.carried.as;
    history.replaceState(history.state, "", link());
    bar.remove();
    atlas.find("map").focus();
  }

  function build(told, mark, was) {
    /* Data that is no longer kept is never shown, whatever the link asks for. */
    was = was && told.kept;
    const words = say(was ? "earlier-shown" : "earlier-offer", { day: told.day, says: told.says });
    bar = element("section", { id: "earlier", class: "earlier", "aria-label": say("earlier") },
      element("p", { role: "status" }, told.kept ? words : words + " " + say("earlier-gone")));
    const row = element("div", { class: "row" });
    if (!was && told.kept) row.append(button("earlier-was", "earlier-was", () => location.assign(link("was", mark))));
    row.append(was ? button("earlier-now", "earlier-now", () => location.assign(link()))
      : button("earlier-stay", told.kept ? "earlier-now" : "earlier-stay", stay));
    bar.append(row);
    document.body.append(bar);
  }

  atlas.earlier = {
    /** Ask what changed since the data that the page's link names, and say it. */
    async open() {
      const was = !!atlas.boot.carried.was, mark = atlas.boot.carried.was || atlas.boot.carried.as;
      const answer = await fetch(atlas.boot.base + "earlier.json?" + link(was ? "was" : "as", mark).split("?")[1]);
      if (!answer.ok) return;
      const told = await answer.json();
      if (!told.same) build(told, mark, was);
    },
  };
})();
