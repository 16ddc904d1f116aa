/* The upload page: which step it is at, what the server is doing, and what a person does next. */
(function () {
  "use strict";
  const atlas = window.atlas, { upload } = atlas;
  const STEPS = ["files", "reading", "check", "done"];
  const QUICK = 300, SLOW = 1500;
  let problem = null, stale = false, again = false, wanted = null, polls = 0;

  const running = () => Boolean(upload.state && upload.state.work && !upload.state.work.ended);

  function step() {
    const { state } = upload;
    if (!state || !state.complete) return "files";
    if (state.done) return "done";
    if (state.check && wanted !== "reading" && !(running() && state.work.what === "reading")) return "check";
    return "reading";
  }

  function address() {
    const query = new URLSearchParams({ lang: upload.told.lang });
    if (upload.state) query.set("upload", upload.state.token);
    return "?" + query;
  }

  function stepper(now) {
    return upload.make("ol", { class: "steps", "aria-label": upload.say("steps") }, STEPS.map((name) => upload.make(
      "li", { "aria-current": name === now ? "step" : null, "data-past": STEPS.indexOf(name) < STEPS.indexOf(now) ? "" : null },
      upload.say("step-" + name))));
  }

  /* The bar of what the server is at; a phase without a measure moves to and fro. */
  function working() {
    if (!running()) return null;
    const { work } = upload.state;
    return upload.make("div", { class: "work", id: "work" },
      upload.make("label", { for: "work-bar" }, upload.say("work-" + work.what)),
      upload.make("progress", { id: "work-bar", max: work.total || null, value: work.total ? work.done : null }),
      upload.make("span", { id: "work-said", role: "status" }, phase(work)),
      upload.button("cancel", "cancel", cancel));
  }

  function phase(work) {
    const share = work.total ? upload.say("percent", { n: upload.number(Math.floor(100 * Math.min(1, work.done / work.total))) }) : "";
    return [work.phase, share].filter(Boolean).join(" · ");
  }

  function paint() {
    const bar = document.getElementById("work-bar"), { work } = upload.state;
    if (!bar) { upload.show(); return; }
    if (work.total) { bar.max = work.total; bar.value = work.done; } else bar.removeAttribute("value");
    document.getElementById("work-said").textContent = phase(work);
  }

  async function poll() {
    const turn = ++polls;
    let pause = QUICK;
    while (running() && turn === polls) {
      await new Promise((done) => setTimeout(done, pause));
      pause = Math.min(SLOW, pause * 1.3);
      if (turn !== polls) return;
      try {
        upload.take(await upload.ask("/" + upload.state.token));
        problem = null;
      } catch (error) {
        if (error.status === 410) { gone(error); return; }
        problem = error;
        upload.show();
        continue;
      }
      if (running()) paint();
    }
    ended();
  }

  function ended() {
    const { work } = upload.state;
    problem = work && work.problem ? upload.problem(work.problem, 400) : null;
    if (problem) problem.what = work.what;
    if (work && work.what === "check" && !problem) { wanted = null; stale = false; }
    if (again) { again = false; upload.read(); return; }
    upload.show();
    if (work && work.what !== "reading") top();
  }

  function gone(error) {
    upload.forget();
    upload.said = error.message;
    upload.show();
  }

  /* A step has come: it is read from its beginning, also by those who hear the page. */
  function top() {
    document.getElementById("content").focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  async function begin(what, body) {
    problem = null;
    try {
      upload.take(await upload.ask(`/${upload.state.token}/${what}`, "POST", body));
    } catch (error) {
      if (error.status === 410) { gone(error); return; }
      upload.take(await upload.ask("/" + upload.state.token).catch(() => upload.state));
      problem = error;
      problem.what = what;
    }
    upload.show();
    if (running()) poll();
  }

  async function cancel() {
    again = false;
    try { upload.take(await upload.ask(`/${upload.state.token}/cancel`, "POST")); }
    catch (error) { problem = error; upload.show(); }
  }

  Object.assign(upload, {
    said: null,

    /** Take what the server says of the upload. */
    take(state) {
      const first = !upload.state;
      upload.state = state;
      if (first && state.choices) upload.form = { map: {}, ...state.choices };
      history.replaceState(null, "", address());
      document.querySelectorAll("[data-language]").forEach((link) => {
        link.href = address().replace(/lang=\w+/, "lang=" + link.dataset.language);
      });
    },

    forget() {
      upload.state = null;
      upload.form = { map: {} };
      wanted = null; problem = null; stale = false;
      history.replaceState(null, "", address());
    },

    /** Look at the file as the form says now; of what is asked meanwhile, the last counts. */
    read() {
      if (running()) {
        again = true;
        if (upload.state.work.what === "reading") upload.ask(`/${upload.state.token}/cancel`, "POST").catch(() => {});
        return;
      }
      if (upload.state.check) stale = true;
      wanted = "reading";
      begin("reading", upload.form);
    },
    check() { begin("check", upload.form); },
    confirm() { begin("import", {}); },
    changed() { if (upload.state.check) stale = true; upload.show(); },
    toReport() { wanted = null; stale = false; upload.show(true); },
    back() { wanted = "reading"; upload.show(true); },

    async leave() {
      const { token } = upload.state || {};
      polls++;
      try { if (token) await upload.ask("/" + token, "DELETE"); }
      catch (error) { if (error.status !== 410) { problem = error; upload.show(); return; } }
      upload.forget();
      upload.said = upload.say("left");
      upload.show(true);
    },

    /** Paint the step that the upload is at; what had the focus has it again. */
    show(anew) {
      const now = step(), content = document.getElementById("content");
      const held = document.activeElement && document.activeElement.id;
      const open = new Set([...content.querySelectorAll("details[open]")].map((one) => one.id));
      const wrong = problem ? { error: problem, stale } : { stale };
      content.replaceChildren(stepper(now), ...[].concat(
        now === "files" ? upload.files.view() : [],
        now === "reading" ? upload.reading.view(working(), wrong) : [],
        now === "check" ? upload.report.view(working(), wrong) : [],
        now === "done" ? upload.done.view() : []).filter(Boolean));
      content.querySelectorAll("details").forEach((one) => { if (open.has(one.id)) one.open = true; });
      content.dataset.step = now;
      if (now === "reading") upload.reading.mark(problem);
      const before = held && document.getElementById(held);
      if (before) before.focus({ preventScroll: true });
      else if (anew) top();
    },
  });

  async function start() {
    const token = new URLSearchParams(location.search).get("upload");
    document.getElementById("theme-toggle").addEventListener("click", () => atlas.theme.toggle());
    if (token) {
      try { upload.take(await upload.ask("/" + encodeURIComponent(token))); }
      catch (error) { upload.said = error.message; }
    }
    upload.show();
    if (running()) poll();
    else if (upload.state) {
      const { work } = upload.state;
      if (work && work.problem) { ended(); }
      else if (upload.state.complete && !upload.state.reading && !upload.state.done) upload.read();
    }
    document.documentElement.setAttribute("data-ready", "");
  }
  start();
})();
