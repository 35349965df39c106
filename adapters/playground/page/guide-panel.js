// Shows the guide beside the conversation, with a tick for each step that was done.

import { typeForMe } from "./composer.js";
import { h, redraw, uniqueId } from "./dom.js";
import { GUIDE } from "./guide.js";
import { icon } from "./icons.js";
import { closePanels } from "./panels.js";
import { goTo } from "./place.js";
import { state, watch } from "./store.js";

const done = () => new Set(JSON.parse(localStorage.getItem("guide-done") ?? "[]"));

function setDone(index, isDone) {
  const steps = done();
  if (isDone) steps.add(index);
  else steps.delete(index);
  localStorage.setItem("guide-done", JSON.stringify([...steps]));
}

export function guidePanel() {
  const steps = h("ol", { class: "guide-steps" });
  const panel = h(
    "aside",
    { id: "guide", class: "guide", "aria-labelledby": "guide-title", tabindex: "-1" },
    h(
      "div",
      { class: "panel-head" },
      h("h2", { id: "guide-title" }, GUIDE.title),
      h(
        "button",
        { type: "button", class: "icon-button", "aria-label": "Close the guide", onclick: () => closePanels("guide") },
        icon("close"),
      ),
    ),
    h("p", { class: "small" }, GUIDE.lead),
    steps,
  );
  watch(["seat", "seats"], () => redraw(steps, GUIDE.steps.map(step)));
  return panel;
}

function step({ title, who, type, text }, index) {
  const id = uniqueId("step");
  const seat = state.seats.find((each) => each.title.toLowerCase().startsWith(who));
  const isMine = seat?.id === state.seat;
  const tick = h("input", {
    type: "checkbox",
    id,
    checked: done().has(index),
    onchange: (event) => setDone(index, event.target.checked),
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
