/* What a person who has no pointer sees of the focus. Asked "unseen": why the focused control is
   not to be seen, or nothing. Asked "stop": its name and that fault, and the name of the control
   before it where that looks now, without the focus, as it did with it. */
(asked) => {
  const one = document.activeElement;

  function tiny(node) {
    const { width, height } = node.getBoundingClientRect();
    return width < 4 || height < 4 || getComputedStyle(node).opacity === "0";
  }

  /* A switch's own input is invisible; its label holds what is seen. */
  function drawn() {
    const label = one.labels && one.labels[0];
    return label && tiny(one) ? label : one;
  }

  function unseen() {
    const seen = drawn(), { left, right, top, bottom } = seen.getBoundingClientRect();
    if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return "off the screen";
    const middle = (low, high, most) => (Math.max(0, low) + Math.min(most, high)) / 2;
    const at = document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight));
    return at && (seen.contains(at) || at.contains(seen)) ? "" : `covered by ${at && (at.id || at.className)}`;
  }

  /* The node with what stands beside and around it: a style may show the focus there. */
  function look(node) {
    const parts = [node, node.nextElementSibling];
    for (let box = node.parentElement; box && parts.length < 6; box = box.parentElement) parts.push(box);
    return parts.filter(Boolean).flatMap((part) => [null, "::before", "::after"].map((pseudo) => {
      const style = getComputedStyle(part, pseudo);
      return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.borderColor,
        style.boxShadow, style.backgroundColor, style.backgroundImage, style.fill].join();
    })).join();
  }

  if (asked === "unseen") return unseen();
  const before = window.stoppedAt;
  const same = before && before.node.isConnected && look(before.node) === before.look ? before.name : "";
  if (one === document.body) { delete window.stoppedAt; return { name: "", fault: "", same }; }
  const name = one.id || one.getAttribute("aria-label") || one.textContent.trim().slice(0, 40);
  window.stoppedAt = { node: one, name, look: look(one) };
  return { name, fault: unseen(), same };
}
