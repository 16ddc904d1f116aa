/* The first step: files are dropped or chosen, and sent. */
(function () {
  "use strict";
  const upload = window.atlas.upload;
  const TAKEN = ".csv,.tsv,.txt,.tab,.xlsx,.xlsm,.geojson,.json,.geojsonl,.gpkg,.shp,.shx,.dbf,.prj,.cpg,"
    + ".csvt,.parquet,.zip,.gz";
  let sending = null, refused = null;

  function tooLarge(bytes) {
    const { most, setting } = upload.told;
    return upload.say("too-large", { size: upload.megabytes(bytes), most: upload.megabytes(most), setting });
  }

  /* What can be told before a byte is sent. */
  function objection(files) {
    const empty = files.find((file) => file.size === 0);
    if (empty) return upload.say("empty", { file: empty.name });
    const size = files.reduce((sum, file) => sum + file.size, 0);
    return size > upload.told.most ? tooLarge(size) : null;
  }

  async function take(list) {
    const files = [...list];
    if (!files.length || sending) return;
    refused = objection(files);
    if (refused) { upload.show(); return; }
    try {
      if (!upload.state) {
        upload.take(await upload.ask("", "POST", { files: files.map(({ name, size }) => ({ name, size })) }));
      } else if (!same(files)) {
        const missing = upload.state.files.find((file) => file.at < file.size);
        refused = upload.say("other-file", { file: missing.name });
        upload.show();
        return;
      }
      await send(files);
    } catch (error) {
      sending = null;
      if (error.status === 410) upload.forget();
      refused = error.message;
      upload.show();
    }
  }

  const same = (files) => files.length === upload.state.files.length
    && files.every((file, i) => file.size === upload.state.files[i].size);

  async function send(files) {
    const total = files.reduce((sum, file) => sum + file.size, 0);
    sending = { done: 0, total, note: "" };
    upload.show();
    const whole = await upload.send.all(upload.state, files, (bytes, note) => {
      Object.assign(sending, { done: bytes, note: note || "" });
      paint();
    });
    sending = null;
    if (!whole) { await upload.leave(); return; }
    upload.take(await upload.ask("/" + upload.state.token));
    upload.read();
  }

  function paint() {
    const bar = document.getElementById("sent");
    if (!bar || !sending) return;
    bar.value = sending.done;
    document.getElementById("sent-said").textContent = said();
  }

  const said = () => [upload.say("sent", {
    done: upload.megabytes(sending.done), total: upload.megabytes(sending.total) }), sending.note]
    .filter(Boolean).join(" · ");

  function progress() {
    return upload.make("div", { class: "work" },
      upload.make("label", { for: "sent" }, upload.say("sending")),
      upload.make("progress", { id: "sent", max: sending.total, value: sending.done }),
      upload.make("span", { id: "sent-said", role: "status" }, said()),
      upload.button("cancel", "cancel", () => upload.send.cancel()));
  }

  function drop() {
    const input = upload.make("input", {
      type: "file", id: "choose", class: "unseen", multiple: "", accept: TAKEN,
      "aria-describedby": "limit", on: { change: (event) => take(event.target.files) },
    });
    const area = upload.make("div", { class: "drop", id: "drop", on: {
      dragover: (event) => { event.preventDefault(); area.toggleAttribute("data-over", true); },
      dragleave: () => area.removeAttribute("data-over"),
      drop: (event) => {
        event.preventDefault();
        area.removeAttribute("data-over");
        take(event.dataTransfer.files);
      },
    } }, upload.make("span", { class: "icon icon-upload", "aria-hidden": "true" }),
    upload.make("p", {}, upload.say("drop")), input,
    upload.make("label", { for: "choose", class: "plain-button" }, upload.say("choose")),
    upload.make("p", { class: "quiet", id: "limit" }, upload.say("limit", { most: upload.megabytes(upload.told.most) })));
    return area;
  }

  function inPart() {
    const missing = upload.state && !upload.state.complete
      && upload.state.files.find((file) => file.at < file.size);
    if (!missing || sending) return null;
    return upload.message(upload.say("resume", { file: missing.name }), "",
      upload.button("leave", "leave", () => upload.leave()));
  }

  upload.files = {
    view() {
      const { told } = upload;
      return [
        upload.make("p", { class: "lead" }, upload.say("intro")),
        told.demonstration ? upload.message(upload.say("demonstration"), "notice") : null,
        upload.said ? upload.message(upload.said) : null,
        refused ? upload.message(refused, "wrong") : null,
        inPart(),
        sending ? progress() : drop(),
      ];
    },
    busy: () => Boolean(sending),
    clear() { refused = null; },
  };

  /* A file that misses the field must not replace the page. */
  ["dragover", "drop"].forEach((event) => window.addEventListener(event, (dragged) => dragged.preventDefault()));
})();
