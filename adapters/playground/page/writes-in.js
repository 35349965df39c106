// "A customer writes in": the world outside, played by hand. What is sent goes to the bot as
// another system of the public body would tell it: signed, over the network.

import { api } from "./api.js";
import { h, redraw } from "./dom.js";
import { panelHead } from "./panel-head.js";
import { isShown } from "./panels.js";
import { isWaiting, setWaiting } from "./pending.js";
import { state, watch } from "./store.js";
import { refreshOutside } from "./sync.js";
import { orToast } from "./toast.js";
import { exampleGroups } from "./writes-in-examples.js";
import { writesInForm } from "./writes-in-form.js";

export const PANEL = "writes-in";

export function writesInPanel() {
  const nobody = h("div", { class: "writes-in-nobody" });
  const examples = h("div", { class: "writes-in-examples" });
  const place = h("div");
  let form = null;
  watch(["outside"], () => {
    if (!state.outside) {
      form?.forget();
      return;
    }
    form ??= writesInForm(state.outside.means);
    if (!place.contains(form.node)) place.replaceChildren(form.node);
    redraw(nobody, state.outside.known ? [] : nobodyYet());
    redraw(examples, exampleGroups(state.outside.examples, form.fill));
  });
  watch(["workspace"], () => isShown(PANEL) && state.workspace && refreshOutside());
  return h(
    "aside",
    {
      id: PANEL,
      class: "side-panel writes-in",
      "aria-labelledby": `${PANEL}-title`,
      tabindex: "-1",
      onopened: refreshOutside,
    },
    panelHead(PANEL, "A customer writes in", "Close “A customer writes in”"),
    h(
      "p",
      { class: "small" },
      "Be the world outside: a mail gateway or a telephone system tells UCB who made contact. ",
      "UCB looks whether it is somebody under a sanction.",
    ),
    nobody,
    examples,
    place,
  );
}

function nobodyYet() {
  const button = h("button", { type: "button", class: "button" }, "Set up a sanctioned customer");
  button.addEventListener("click", () => setUp(button));
  return [
    h(
      "p",
      {},
      "Nobody is under a sanction here yet, so nobody would be alerted. Follow the steps of “Try this”, or let your made-up colleagues do it now:",
    ),
    button,
    h(
      "p",
      { class: "small" },
      "They report, warn, propose and approve, each under their own name. It all stands on the timeline.",
    ),
  ];
}

async function setUp(button) {
  if (isWaiting(button)) return;
  setWaiting(button, true);
  const done = await orToast(api.setUp);
  setWaiting(button, false);
  if (!done) return;
  await refreshOutside();
  document.querySelector(`#${PANEL} .example`)?.focus();
}
