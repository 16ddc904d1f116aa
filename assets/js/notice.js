/* Sentences that a person can act on, in the corner, and read out by a screen reader. */
(function () {
  "use strict";
  const atlas = window.atlas;
  let last = 0;

  atlas.notice = function (text, manner) {
    last += 1;
    atlas.give(atlas.boot.ids.notices, { sendNotifications: [{
      action: "show", id: "notice-" + last, message: text || atlas.words.say("failed"),
      color: manner === "done" ? "teal" : "orange", autoClose: manner === "done" ? 4000 : 12000,
    }] });
  };
})();
