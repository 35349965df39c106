// A button that opens a menu; arrow keys move in it.

import { h } from "./dom.js";

/** `items()` gives [{label, about?, run}] each time the menu opens. */
export function menuButton(attributes, content, items) {
  const button = h(
    "button",
    { type: "button", "aria-haspopup": "menu", "aria-expanded": "false", ...attributes },
    content,
  );
  button.addEventListener("click", () => openMenu(button, items()));
  return button;
}

function openMenu(button, items) {
  const menu = h("div", { class: "menu", role: "menu", popover: "auto", "aria-label": button.getAttribute("aria-label") });
  const choose = (item) => {
    menu.hidePopover();
    item.run();
  };
  menu.append(
    ...items.map((item) =>
      h(
        "button",
        { type: "button", role: "menuitem", tabindex: "-1", onclick: () => choose(item) },
        h("span", {}, item.label),
        item.about ? h("span", { class: "menu-about" }, item.about) : null,
      ),
    ),
  );
  menu.addEventListener("keydown", (event) => moveIn(menu, event));
  menu.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    button.setAttribute("aria-expanded", "false");
    if (menu.contains(document.activeElement) || document.activeElement === document.body) button.focus();
    menu.remove();
  });
  document.body.append(menu);
  button.setAttribute("aria-expanded", "true");
  menu.showPopover();
  place(menu, button);
  menu.firstElementChild?.focus();
}

function moveIn(menu, event) {
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  const to = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    items[to].focus();
  } else if (event.key === "Tab") menu.hidePopover();
}

/** Beside the button, above or below it, wherever there is room. */
function place(menu, button) {
  const at = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const left = Math.min(at.left, innerWidth - width - 8);
  const top = at.bottom + height + 8 < innerHeight ? at.bottom + 4 : at.top - height - 4;
  menu.style.left = `${Math.max(8, left)}px`;
  menu.style.top = `${Math.max(8, top)}px`;
}
