// The first thing a newcomer sees: whose seat would you like to take?

import { avatar } from "./avatar.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { goTo } from "./place.js";
import { state } from "./store.js";

export function seatChooser() {
  return h(
    "main",
    { class: "chooser", "data-testid": "seat-chooser" },
    h("div", { class: "brand-mark" }, icon("shield")),
    h("h1", {}, "Welcome to the UCB playground"),
    h(
      "p",
      { class: "lead" },
      "A practice workspace for the unacceptable customer behaviour chatbot. ",
      "Everybody here is made up, and nothing leaves this computer.",
    ),
    h("h2", { id: "choose-seat" }, "Whose seat would you like to take?"),
    h("ul", { class: "seat-cards", "aria-labelledby": "choose-seat" }, state.seats.map(seatCard)),
    h("p", { class: "small" }, "You can change seats whenever you like."),
  );
}

function seatCard(seat) {
  return h(
    "li",
    {},
    h(
      "button",
      { type: "button", class: "seat-card", "data-seat": seat.id, onclick: () => goTo(seat.id) },
      avatar(seat.name),
      h(
        "span",
        { class: "seat-words" },
        h("span", { class: "seat-name" }, seat.name),
        h("span", { class: "seat-title" }, seat.title),
        h("span", { class: "seat-about" }, seat.about),
      ),
    ),
  );
}
