// Light or dark: as the system says, until somebody chooses.

import { h } from "./dom.js";
import { icon } from "./icons.js";

const system = matchMedia("(prefers-color-scheme: dark)");
const chosen = () => localStorage.getItem("theme");
const isDark = () => (chosen() ?? (system.matches ? "dark" : "light")) === "dark";

export function applyTheme() {
  if (chosen()) document.documentElement.dataset.theme = chosen();
}

export function themeButton() {
  const button = h("button", { type: "button", class: "quiet-button" });
  const draw = () => {
    button.replaceChildren(icon(isDark() ? "sun" : "moon"), isDark() ? "Light theme" : "Dark theme");
  };
  button.addEventListener("click", () => {
    localStorage.setItem("theme", isDark() ? "light" : "dark");
    applyTheme();
    draw();
  });
  system.addEventListener("change", draw);
  draw();
  return button;
}
