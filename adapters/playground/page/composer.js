// Where one writes: messages, and commands that begin with a slash.

import { api } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { menuButton } from "./menu.js";
import { conversation, state, watch } from "./store.js";
import { orToast } from "./toast.js";

const input = h("textarea", {
  id: "composer-input",
  class: "composer-input",
  rows: "1",
  dir: "auto",
  autocomplete: "off",
  "aria-autocomplete": "list",
  "aria-controls": "composer-commands",
  "aria-describedby": "composer-help",
  "data-testid": "composer-input",
});
const commands = h("ul", { id: "composer-commands", class: "listbox", role: "listbox", "aria-label": "Commands" });
const problem = h("p", { class: "composer-problem", role: "alert", hidden: true });
const hint = h("p", { class: "composer-hint", role: "status" });
const send = h("button", { type: "submit", class: "icon-button send", "aria-label": "Send" }, icon("send"));
const sent = { texts: [], at: 0 }; // what was sent before, newest last

/** Writes `text` into the composer, ready to be sent. */
export function typeForMe(text) {
  input.value = text;
  input.focus();
  changed();
}

function typeAfresh() {
  input.value = "";
  changed();
}

export function composer() {
  const popup = h("div", { class: "composer-popup" }, commands, hint);
  const form = h(
    "form",
    { class: "composer" },
    problem,
    popup,
    h("label", { for: "composer-input", class: "visually-hidden" }, "Message"),
    h("div", { class: "composer-box" }, shortcutMenu(), input, send),
    h(
      "p",
      { id: "composer-help", class: "composer-help" },
      h("kbd", {}, "Enter"),
      " sends, ",
      h("kbd", {}, "Shift"),
      " + ",
      h("kbd", {}, "Enter"),
      " starts a new line, ",
      h("kbd", {}, "/"),
      " shows the commands",
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sendNow();
  });
  input.addEventListener("input", changed);
  input.addEventListener("keydown", onKey);
  watch(["channel", "workspace"], () => {
    const here = conversation(state.channel);
    input.placeholder = here ? `Message ${here.title}` : "";
    input.disabled = !here;
  });
  watch(["seat"], () => typeAfresh());
  return form;
}

function shortcutMenu() {
  const items = () => {
    const shortcuts = (state.workspace?.shortcuts ?? [])
      .filter((each) => each.type === "global")
      .map((each) => ({
        label: each.name,
        run: () => orToast(() => api.shortcut(state.seat, each.callback_id)),
      }));
    const typed = (state.workspace?.commands ?? []).map((each) => ({
      label: each.command,
      about: each.description,
      run: () => typeForMe(`${each.command} `),
    }));
    return [...shortcuts, ...typed];
  };
  return menuButton({ class: "icon-button", "aria-label": "Shortcuts" }, icon("bolt"), items);
}

/** The commands that what was typed may become. */
function candidates() {
  const typed = input.value;
  if (!typed.startsWith("/") || /\s/.test(typed)) return [];
  return (state.workspace?.commands ?? []).filter((each) => each.command.startsWith(typed));
}

/** The command that was typed in full, if one. */
function typedCommand() {
  const [word] = input.value.split(/\s/, 1);
  return (state.workspace?.commands ?? []).find((each) => each.command === word);
}

function changed() {
  problem.hidden = true;
  const found = candidates();
  commands.replaceChildren(...found.map(commandRow));
  commands.hidden = !found.length;
  activate(found.length ? 0 : -1);
  const command = found.length ? null : typedCommand();
  hint.textContent = command ? `${command.command} ${command.usage_hint}` : "";
  hint.hidden = !command;
  send.disabled = !input.value.trim();
}

function commandRow(each, index) {
  return h(
    "li",
    {
      id: `composer-command-${index}`,
      role: "option",
      onmousedown: (event) => event.preventDefault(),
      onclick: () => typeForMe(`${each.command} `),
    },
    h("span", { class: "command-name" }, each.command, " ", h("span", { class: "usage" }, each.usage_hint)),
    h("span", { class: "suggestion-about" }, each.description),
  );
}

let active = -1;

function activate(index) {
  active = index;
  [...commands.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === index)));
  const row = commands.children[index];
  if (row) input.setAttribute("aria-activedescendant", row.id);
  else input.removeAttribute("aria-activedescendant");
}

function onKey(event) {
  if (event.isComposing) return;
  const found = candidates();
  const isWhole = found.some((each) => each.command === input.value);
  const enters = event.key === "Enter" && !event.shiftKey;
  if (found.length && !commands.hidden) {
    if (event.key === "Tab" && !event.shiftKey && !isWhole) return take(event, () => typeForMe(`${found[active].command} `));
    if (enters && !isWhole) return take(event, () => typeForMe(`${found[active].command} `));
    if (event.key === "Escape") return take(event, () => (commands.hidden = true));
    if (found.length > 1 && event.key === "ArrowDown") return take(event, () => activate((active + 1) % found.length));
    if (found.length > 1 && event.key === "ArrowUp") {
      return take(event, () => activate((active - 1 + found.length) % found.length));
    }
  }
  if (enters) return take(event, sendNow);
  if (event.key === "ArrowUp" && mayRecall(-1)) return take(event, () => recall(-1));
  if (event.key === "ArrowDown" && mayRecall(1)) return take(event, () => recall(1));
  return undefined;
}

function take(event, act) {
  event.preventDefault();
  event.stopPropagation();
  act();
}

/** Nothing typed, or an earlier text shown unchanged: the arrows walk through what was sent. */
function mayRecall(step) {
  const isUnchanged = !input.value || input.value === sent.texts[sent.at];
  const next = sent.at + step;
  return isUnchanged && next >= 0 && next <= sent.texts.length && sent.texts.length > 0;
}

function recall(step) {
  sent.at += step;
  typeForMe(sent.texts[sent.at] ?? "");
}

let isSending = false;

async function sendNow() {
  const text = input.value.trim();
  if (!text || !state.channel || isSending) return;
  const [word] = text.split(/\s/, 1);
  const isCommand = word.startsWith("/") && word.length > 1;
  isSending = true;
  send.setAttribute("aria-busy", "true");
  const { seat, channel } = state;
  try {
    if (isCommand) await api.command(seat, channel, word, text.slice(word.length).trim());
    else await api.message(seat, channel, text);
    remember(text);
    if (input.value.trim() === text) input.value = "";
    changed();
  } catch (error) {
    problem.textContent = error.message;
    problem.hidden = false;
  } finally {
    isSending = false;
    send.removeAttribute("aria-busy");
  }
}

function remember(text) {
  if (sent.texts.at(-1) !== text) sent.texts.push(text);
  sent.at = sent.texts.length;
}
