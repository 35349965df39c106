// What stands at the top of a panel: its title, and the button that closes it.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { closePanels } from "./panels.js";

/** `name`: the panel's id; its title then has the id `${name}-title`. */
export function panelHead(name, title, close) {
  return h(
    "div",
    { class: "panel-head" },
    h("h2", { id: `${name}-title` }, title),
    h(
      "button",
      { type: "button", class: "icon-button", "aria-label": close, onclick: () => closePanels(name) },
      icon("close"),
    ),
  );
}
