// "Are you sure?", before something acts.

import { h, trapFocus, uniqueId } from "./dom.js";
import { plain, textObject } from "./mrkdwn.js";

const NO_NAMES = { users: {}, channels: {} };

/** Shows a Block Kit confirm object; true when the person said yes. */
export function confirmed(question, names = NO_NAMES) {
  return new Promise((resolve) => {
    const title = uniqueId("confirm");
    const answer = (yes) => () => {
      dialog.close();
      dialog.remove();
      resolve(yes);
    };
    const style = question.style === "danger" ? "button-danger" : "button-primary";
    const dialog = h(
      "dialog",
      { class: "dialog confirm", role: "alertdialog", "aria-labelledby": title, "aria-describedby": `${title}-text` },
      h("h2", { id: title }, plain(question.title)),
      h("p", { id: `${title}-text` }, textObject(question.text, names)),
      h(
        "div",
        { class: "dialog-buttons" },
        h("button", { type: "button", class: "button", onclick: answer(false) }, plain(question.deny)),
        h("button", { type: "button", class: `button ${style}`, onclick: answer(true) }, plain(question.confirm)),
      ),
    );
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      answer(false)();
    });
    trapFocus(dialog);
    document.body.append(dialog);
    dialog.showModal();
  });
}
