// A round picture for a person: their initials, in a colour of their own.

import { h } from "./dom.js";
import { icon } from "./icons.js";

const HUES = 6;

export function avatar(name, isBot = false) {
  if (isBot) return h("span", { class: "avatar avatar-bot", "aria-hidden": "true" }, icon("shield"));
  const letters = [...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0);
  const initials = name.split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? "").join("");
  return h("span", { class: `avatar hue-${letters % HUES}`, "aria-hidden": "true" }, initials.toUpperCase());
}
