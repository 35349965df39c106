// Short messages at the edge of the page, above any dialog that is open.

import { h } from "./dom.js";
import { icon } from "./icons.js";

const STAYS = 8000; // milliseconds

const region = h("div", { class: "toasts", "data-testid": "toasts" });

export function toast(text, kind = "error") {
  const host = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
  host.append(region);
  const remove = () => {
    note.remove();
    document.body.append(region);
  };
  const note = h(
    "div",
    { class: `toast toast-${kind}`, role: kind === "error" ? "alert" : "status" },
    h("p", {}, text),
    h("button", { type: "button", class: "icon-button", "aria-label": "Dismiss", onclick: remove }, icon("close")),
  );
  region.append(note);
  if (kind !== "error") setTimeout(remove, STAYS);
}

/** Runs `work`; an error becomes a toast. Gives what `work` gave, or undefined. */
export async function orToast(work, describe = (message) => message) {
  try {
    return await work();
  } catch (error) {
    toast(describe(error.message));
    return undefined;
  }
}
