// A button that waits for the answer to what it did.

export const isWaiting = (button) => button.getAttribute("aria-disabled") === "true";

export function setWaiting(button, waits) {
  for (const name of ["aria-disabled", "aria-busy"]) {
    if (waits) button.setAttribute(name, "true");
    else button.removeAttribute(name);
  }
}
