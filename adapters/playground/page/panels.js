// The side panels: the sidebar, a drawer on small screens, and those beside the conversation.

import { focusable } from "./dom.js";

const narrow = matchMedia("(max-width: 799px)");
const wide = matchMedia("(min-width: 1180px)");

/** Beside the conversation there is room for one of them at a time. */
const BESIDE = ["guide", "writes-in"];

/** Is the panel laid over the conversation, rather than beside it? */
const isDrawer = (name) => (BESIDE.includes(name) ? !wide.matches : narrow.matches);

const shown = new Set();

export const isShown = (name) => shown.has(name);

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
  return openPanel(name);
}

/** Tells the panel with an event "opened". */
export function openPanel(name) {
  if (BESIDE.includes(name)) for (const other of BESIDE) shown.delete(other);
  shown.add(name);
  if (name === "guide") localStorage.setItem("guide", "open");
  apply();
  const panel = document.getElementById(name);
  panel.dispatchEvent(new Event("opened"));
  if (isDrawer(name) || name !== "guide") (focusable(panel)[0] ?? panel).focus();
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
