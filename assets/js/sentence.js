/* The live parts of the sentence at the top: when, how many, how many apart. */
(function () {
  "use strict";
  const atlas = window.atlas;

  function write(id, text) {
    const node = atlas.find(id);
    if (node && node.textContent !== text) node.textContent = text;
  }

  function say() {
    if (!atlas.state.window) return;
    const span = atlas.words.span(...atlas.state.window);
    write("sentence-when", span);
    write("clock-when", span);
    const sum = atlas.counts.now();
    if (!sum) return;
    const parts = [atlas.words.count("incidents", sum.placed + sum.apart)];
    if (sum.apart) parts.push(atlas.words.count("apart", sum.apart));
    if (sum.coarse) parts.push(atlas.words.count("coarse", sum.coarse));
    write("sentence-count", parts.join(", "));
  }

  /* A sentence that is cut can be gone to, where it is shown in full; see the header's style. */
  const reachable = atlas.settle(() => {
    const sentence = atlas.find("sentence");
    if (document.activeElement === sentence) return;
    const cut = sentence.scrollWidth > sentence.clientWidth || sentence.scrollHeight > sentence.clientHeight + 1;
    if (cut) sentence.tabIndex = 0;
    else sentence.removeAttribute("tabindex");
  }, 500);

  /* While time runs the sentence would be read out without end. */
  atlas.on("playing", () => atlas.find("sentence").setAttribute("aria-live", atlas.clock.playing() ? "off" : "polite"));
  ["window", "data", "domain"].forEach((event) => atlas.on(event, say));
  ["data", "released", "selection", "resized"].forEach((event) => atlas.on(event, reachable));
})();
