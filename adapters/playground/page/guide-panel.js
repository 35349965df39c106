// Shows the guide beside the conversation, with a tick for each step that was done.

import { typeForMe } from "./composer.js";
import { h, redraw, uniqueId } from "./dom.js";
import { GUIDE } from "./guide.js";
import { panelHead } from "./panel-head.js";
import { closePanels, openPanel } from "./panels.js";
import { goTo } from "./place.js";
import { state, watch } from "./store.js";

const done = () => new Set(JSON.parse(localStorage.getItem("guide-done") ?? "[]"));

function setDone(key, isDone) {
  const steps = done();
  if (isDone) steps.add(key);
  else steps.delete(key);
  localStorage.setItem("guide-done", JSON.stringify([...steps]));
}

export function guidePanel() {
  const steps = h("ol", { class: "guide-steps" });
  const later = h("ol", { class: "guide-steps", "aria-labelledby": "guide-later" });
  const panel = h(
    "aside",
    { id: "guide", class: "side-panel guide", "aria-labelledby": "guide-title", tabindex: "-1" },
    panelHead("guide", GUIDE.title, "Close the guide"),
    h("p", { class: "small" }, GUIDE.lead),
    steps,
    h("h3", { id: "guide-later", class: "guide-later" }, GUIDE.later.title),
    h("p", { class: "small" }, GUIDE.later.lead),
    later,
  );
  watch(["seat", "seats", "workspace"], () => {
    redraw(steps, GUIDE.steps.map((each, index) => step(each, index)));
    redraw(later, GUIDE.later.steps.map((each, index) => step(each, `later-${index}`)));
  });
  return panel;
}

/** `key`: by which the tick is remembered. */
function step({ title, who, type, opens, text }, key) {
  const id = uniqueId("step");
  const seat = who && state.seats.find((each) => each.title.toLowerCase().startsWith(who));
  const isMine = seat?.id === state.seat;
  const tick = h("input", {
    type: "checkbox",
    id,
    checked: done().has(key),
    onchange: (event) => setDone(key, event.target.checked),
  });
  return h(
    "li",
    { class: "guide-step" },
    h("div", { class: "guide-head" }, tick, h("label", { for: id }, title)),
    text.map((paragraph) => h("p", {}, paragraph)),
    h(
      "div",
      { class: "guide-buttons" },
      seat && !isMine ? action(`Take ${seat.name}’s seat`, () => goTo(seat.id)) : null,
      type && (isMine || !seat) ? action(`Type ${type}`, () => typeForMe(type)) : null,
      opens && state.workspace?.outside ? action(`Open “${title}”`, () => openPanel(opens)) : null,
    ),
  );
}

function action(label, run) {
  const act = () => {
    closePanels();
    run();
  };
  return h("button", { type: "button", class: "button button-small", onclick: act }, label);
}
