// Starts the page: the seat chooser first, then the workspace.

import { api } from "./api.js";
import { conversationView } from "./conversation.js";
import { h } from "./dom.js";
import { guidePanel } from "./guide-panel.js";
import { showModals } from "./modal.js";
import { apply, closePanels, setUpPanels } from "./panels.js";
import { follow } from "./place.js";
import { seatChooser } from "./seats.js";
import { sidebar } from "./sidebar.js";
import { state, update, watch } from "./store.js";
import { applyTheme } from "./theme.js";
import { writesInPanel } from "./writes-in.js";

async function loadSeats() {
  try {
    update({ seats: await api.seats() });
    return null;
  } catch (error) {
    return h("main", { class: "chooser" }, h("h1", {}, "The playground is not there"), h("p", {}, error.message));
  }
}

function workspace() {
  return h(
    "div",
    { class: "workspace" },
    h("a", { class: "skip-link", href: "#composer-input", onclick: skipToComposer }, "Skip to the message box"),
    sidebar(),
    conversationView(),
    guidePanel(),
    writesInPanel(),
    h("div", { class: "scrim", onclick: () => closePanels() }),
  );
}

function skipToComposer(event) {
  event.preventDefault();
  document.getElementById("composer-input").focus();
}

applyTheme();
const app = document.getElementById("app");
const problem = await loadSeats();
if (problem) app.replaceChildren(problem);
else {
  const room = workspace();
  setUpPanels();
  showModals();
  let shown = null;
  watch(["seat"], () => {
    const wanted = state.seat ? room : "chooser";
    if (wanted === shown) return;
    shown = wanted;
    app.replaceChildren(state.seat ? room : seatChooser());
    apply();
  });
  addEventListener("hashchange", follow);
  await follow();
}
