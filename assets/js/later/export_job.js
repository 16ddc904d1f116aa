/* Making the file: begun, asked how far it is, cancelled, and fetched once it is ready. */
(function () {
  "use strict";
  const atlas = window.atlas, { element } = atlas, panel = atlas.export;
  const EVERY = 600, PATIENCE = 8;
  let job = null, asking = 0;

  const part = (name) => panel.dialog.querySelector(`.export-foot .${name}`);

  /** The foot of the dialogue: how far it is, and what can be done. */
  panel.foot = function () {
    const make = element("button", { type: "button", class: "plain-button main make", disabled: "" }, panel.say("make"));
    const cancel = element("button", { type: "button", class: "plain-button cancel", hidden: "" }, panel.say("cancel"));
    make.addEventListener("click", begin);
    cancel.addEventListener("click", stop);
    return element("div", { class: "export-foot" }, element("div", { class: "export-state" }, element("p", { class: "phase", role: "status" }),
      element("progress", { class: "bar", "aria-label": panel.say("make"), hidden: "" }), element("div", { class: "files" }), element("p", { class: "problem", role: "alert" })), cancel, make);
  };

  function show({ phase, problem, running }) {
    part("phase").textContent = phase || "";
    part("problem").textContent = problem || "";
    part("bar").hidden = !running;
    part("cancel").hidden = !running;
    part("make").hidden = Boolean(running);
  }

  /* The focus stays where the work is: on the button that stands in place of the one pressed. */
  function reach(name) { if (panel.dialog.open) part(name).focus(); }

  function begin() { return start("jobs", panel.given()); }

  /* A kept export is made as it was kept; other work of this page ends first. */
  panel.repeat = (name) => { if (job) stop(); start(`kept/${encodeURIComponent(name)}`, {}); };

  async function start(path, body) {
    part("files").replaceChildren();
    panel.fields.right();
    show({ phase: panel.say("begins"), running: true });
    part("bar").removeAttribute("value");
    reach("cancel");
    const mine = ++asking;
    try {
      const answer = await panel.send(path, "POST", body);
      const told = await answer.json().catch(() => ({}));
      if (mine !== asking) return answer.ok ? forget(told.token) : undefined;
      if (!answer.ok) return refused(told);
      job = told;
      return follow(mine, 0);
    } catch (error) { return mine === asking ? refused({}) : undefined; }
  }

  function refused(told) {
    const message = told.message || panel.say("failed");
    job = null;
    const seen = told.field && panel.fields.wrong(told.field, message);
    show({ problem: message });
    if (seen) atlas.find(panel.fields.id(told.field)).focus();
    else reach("make");
  }

  async function follow(mine, missed) {
    if (mine !== asking) return;
    if (job.state === "done") { finished(); return; }
    if (job.state === "failed") { refused(job.problem); return; }
    show({ phase: job.phase, running: true });
    if (job.total > 1) Object.assign(part("bar"), { max: job.total, value: job.done });
    await new Promise((wait) => setTimeout(wait, EVERY * (missed + 1)));
    try {
      const answer = await fetch(panel.address(`jobs/${job.token}`, {}));
      const told = await answer.json();
      if (mine !== asking) return;
      if (!answer.ok) { refused(told); return; }
      job = told;
      follow(mine, 0);
    } catch (error) {
      if (mine !== asking) return;
      if (missed < PATIENCE) follow(mine, missed + 1);
      else refused({});
    }
  }

  function link(file, text) {
    return element("a", { href: panel.address(`jobs/${job.token}/${encodeURIComponent(file.name)}`, {}), download: file.name }, text);
  }

  function finished() {
    const [main, ...others] = job.files, said = job.said.map((line) => element("p", { class: "quiet" }, line));
    const size = (file) => panel.size(file.bytes);
    const links = [link(main, panel.say("file", { name: main.name, size: size(main) })), ...others.map((file) => link(file,
      file.name.endsWith(".manifest.json") ? panel.say("manifest", { size: size(file) }) : panel.say("file", { name: file.name, size: size(file) })))];
    show({ phase: panel.say("ready-here") });
    part("files").replaceChildren(...links, ...said, element("p", { class: "quiet" }, panel.say("stays-for")));
    part("make").textContent = panel.say("again");
    if (panel.dialog.open) links[0].focus();
    else atlas.notice(panel.say("ready", { name: main.name }), "done");
    links[0].click();
    job = null;
  }

  function forget(token) { panel.send(`jobs/${token}`, "DELETE", null, { keepalive: true }).catch(() => {}); }

  function stop() {
    asking += 1;
    if (job) forget(job.token);
    job = null;
    show({ phase: panel.say("cancelled") });
    reach("make");
  }

  /* A page that is closed wants nothing more. */
  window.addEventListener("pagehide", () => { if (job) forget(job.token); });

  /** What was made is of choices that are no longer these. */
  panel.stale = function () {
    if (job || part("cancel").hidden === false) return;
    show({});
    part("files").replaceChildren();
    part("make").textContent = panel.say("make");
  };
})();
