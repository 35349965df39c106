// The side panels: the sidebar, a drawer on small screens, and the guide.

import { focusable } from "./dom.js";

const narrow = matchMedia("(max-width: 799px)");
const wide = matchMedia("(min-width: 1180px)");

/** Is the panel laid over the conversation, rather than beside it? */
const isDrawer = (name) => (name === "guide" ? !wide.matches : narrow.matches);

const shown = new Set();

export function setUpPanels() {
  if (wide.matches && localStorage.getItem("guide") !== "closed") shown.add("guide");
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !document.querySelector("dialog[open], :popover-open")) closePanels();
  });
  narrow.addEventListener("change", apply);
  wide.addEventListener("change", apply);
  apply();
}

export function togglePanel(name) {
  if (shown.has(name)) return close(name);
  shown.add(name);
  if (name === "guide") localStorage.setItem("guide", "open");
  apply();
  const panel = document.getElementById(name);
  if (isDrawer(name)) (focusable(panel)[0] ?? panel).focus();
  return undefined;
}

/** Closes the panels that cover the conversation, and `name` in any case. */
export function closePanels(name = null) {
  for (const each of [...shown]) if (each === name || isDrawer(each)) close(each);
}

function close(name) {
  const hadFocus = document.getElementById(name)?.contains(document.activeElement);
  shown.delete(name);
  if (name === "guide" && wide.matches) localStorage.setItem("guide", "closed");
  apply();
  if (hadFocus) document.querySelector(`[data-opens=${name}]`)?.focus();
}

export function apply() {
  const covering = [...shown].some(isDrawer);
  document.documentElement.dataset.panels = [...shown].join(" ");
  document.documentElement.dataset.covered = String(covering);
  for (const button of document.querySelectorAll("[data-opens]")) {
    button.setAttribute("aria-expanded", String(shown.has(button.dataset.opens)));
  }
  const main = document.getElementById("conversation");
  if (main) main.inert = covering;
}
