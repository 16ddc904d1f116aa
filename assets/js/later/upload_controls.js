/* Labelled controls of the form; what is chosen lands in `upload.form` under the control's name. */
(function () {
  "use strict";
  const upload = window.atlas.upload;

  /* A label, its control, and what is to be known of it. */
  function row(name, label, control, hint) {
    const id = "opt-" + name;
    control.id = id;
    if (hint) control.setAttribute("aria-describedby", id + "-hint");
    return upload.make("div", { class: "control", "data-control": name },
      upload.make("label", { for: id }, label), control,
      hint ? upload.make("p", { class: "quiet", id: id + "-hint" }, hint) : null);
  }

  function put(name, value, act) {
    if (value === "" || value === false || (Array.isArray(value) && !value.length)) delete upload.form[name];
    else upload.form[name] = value;
    act();
  }

  function option(value, label, chosen) {
    return upload.make("option", { value, selected: value === chosen ? "" : null }, label);
  }

  upload.controls = {
    row,

    select(name, label, choices, act, hint) {
      const control = upload.make("select", { on: { change: () => put(name, control.value, act) } },
        choices.map(([value, said]) => option(value, said, upload.form[name] || "")));
      return row(name, label, control, hint);
    },

    text(name, label, act, hint, type) {
      const control = upload.make("input", {
        type: type || "text", value: upload.form[name] || "", autocomplete: "off", spellcheck: "false",
        on: { change: () => put(name, control.value.trim(), act) },
      });
      return row(name, label, control, hint);
    },

    tick(name, label, act, hint) {
      const id = "opt-" + name, control = upload.make("input", {
        type: "checkbox", id, checked: upload.form[name] ? "" : null,
        "aria-describedby": hint ? id + "-hint" : null,
        on: { change: () => put(name, control.checked, act) },
      });
      return upload.make("div", { class: "control tick", "data-control": name },
        upload.make("label", {}, control, upload.make("span", {}, label)),
        hint ? upload.make("p", { class: "quiet", id: id + "-hint" }, hint) : null);
    },

    /** Several of a few, such as sheets: a tick each. */
    several(name, label, choices, act, hint) {
      const chosen = new Set(upload.form[name] || []);
      return upload.make("fieldset", { class: "control", "data-control": name, id: "opt-" + name, tabindex: "-1" },
        upload.make("legend", {}, label),
        choices.map((choice, i) => {
          const control = upload.make("input", {
            type: "checkbox", id: `opt-${name}-${i}`, checked: chosen.has(choice) ? "" : null,
            on: { change: () => {
              if (control.checked) chosen.add(choice); else chosen.delete(choice);
              put(name, choices.filter((one) => chosen.has(one)), act);
            } },
          });
          return upload.make("label", {}, control, upload.make("span", {}, choice));
        }),
        hint ? upload.make("p", { class: "quiet" }, hint) : null);
    },

    rules(act) {
      const { state } = upload;
      const control = upload.make("input", { type: "file", accept: ".csv,text/csv", on: { change: async () => {
        const [file] = control.files;
        if (file) await send(file, act);
      } } });
      const built = row("rules", upload.told.labels.rules, control, upload.say("rules-hint"));
      if (state.rules) built.append(upload.button("rules-forget", "rules-forget", async () => {
        upload.take(await upload.ask(`/${state.token}/rules`, "DELETE"));
        act();
      }));
      return built;
    },
  };

  async function send(file, act) {
    const { token } = upload.state;
    try {
      const answer = await fetch(upload.address(`/${token}/rules`), {
        method: "POST", body: await file.arrayBuffer(), headers: { [upload.told.header]: "1" } });
      const said = await answer.json();
      if (!answer.ok) throw upload.problem(said, answer.status);
      upload.take(said);
      upload.rulesProblem = null;
      act();
    } catch (error) {
      upload.rulesProblem = error.message || upload.say("offline");
      upload.show();
    }
  }
})();
