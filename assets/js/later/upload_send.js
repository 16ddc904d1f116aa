/* Sends files part by part, so that it can be cancelled, and goes on where it was cut off. */
(function () {
  "use strict";
  const upload = window.atlas.upload;
  const PATIENCE = [1000, 3000, 8000];
  let current = null, cancelled = false;

  /* One part by XMLHttpRequest: fetch tells no progress of what it sends. */
  function part(address, bytes, progress) {
    return new Promise((done, failed) => {
      const asked = current = new XMLHttpRequest();
      asked.open("POST", upload.address(address));
      asked.setRequestHeader(upload.told.header, "1");
      asked.setRequestHeader("Content-Type", "application/octet-stream");
      asked.upload.addEventListener("progress", (event) => progress(event.loaded));
      asked.addEventListener("load", () => {
        let said;
        try { said = JSON.parse(asked.responseText); }
        catch (error) { said = { message: upload.say("failed") }; }
        if (asked.status < 300) done(said);
        else failed(upload.problem(said, asked.status));
      });
      ["error", "abort", "timeout"].forEach((event) => asked.addEventListener(event,
        () => failed(upload.problem({ message: upload.say("offline") }, 0))));
      asked.send(bytes);
    });
  }

  const wait = (time) => new Promise((done) => setTimeout(done, time));

  /* Where the server stands, after a part was lost or another tab has sent it. */
  async function standing(token, index) {
    upload.state = await upload.ask("/" + token);
    return upload.state.files[index].at;
  }

  async function readable(file, at, end) {
    try { return await file.slice(at, end).arrayBuffer(); }
    catch (error) { throw upload.problem({ message: upload.say("vanished", { file: file.name }) }, -1); }
  }

  async function whole(token, index, file, from, progress) {
    let at = from, tries = 0;
    while (at < file.size) {
      if (cancelled) return;
      const bytes = await readable(file, at, at + upload.told.part), start = at;
      try {
        at = (await part(`/${token}/files/${index}?at=${at}`, bytes,
          (loaded) => progress(start + Math.min(loaded, bytes.byteLength)))).at;
        tries = 0;
      } catch (error) {
        if (cancelled) return;
        const passing = error.status === 0 || error.status === 409;
        if (!passing || tries === PATIENCE.length) throw error;
        progress(at, upload.say("retrying"));
        await wait(PATIENCE[tries++]);
        at = await standing(token, index).catch((lost) => {
          if (lost.status) throw lost;
          return at;
        });
      }
      progress(at);
    }
  }

  upload.send = {
    /** Send every file; `progress(bytes, note)` counts over all of them. Returns whether it was
        done, and not cancelled. */
    async all(state, files, progress) {
      cancelled = false;
      let before = 0;
      for (const [index, file] of files.entries()) {
        await whole(state.token, index, file, state.files[index].at,
          (bytes, note) => progress(before + bytes, note));
        if (cancelled) return false;
        before += file.size;
      }
      return true;
    },

    cancel() {
      cancelled = true;
      if (current) current.abort();
    },
  };
})();
