// The open conversation: its head, its messages, and where one writes.

import { clockButton } from "./clock.js";
import { composer } from "./composer.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { dayOf, longDay } from "./london.js";
import { messageNode, momentOfTs } from "./message.js";
import { togglePanel } from "./panels.js";
import { conversation, state, watch } from "./store.js";

const TOGETHER = 5 * 60; // seconds between messages of one person that are shown as one group

export function conversationView() {
  return h(
    "main",
    { id: "conversation", class: "conversation" },
    head(),
    connectionNote(),
    messageList(),
    composer(),
  );
}

function head() {
  const title = h("h2", { id: "conversation-title" });
  const purpose = h("p", { class: "purpose" });
  const you = h("p", { class: "purpose you" });
  const asCustomer = h("span", { class: "visually-hidden" }, " as a customer");
  const writesIn = opener("writes-in", "head-button opens-beside", null, [icon("mail"), h("span", {}, "Write in", asCustomer)]);
  watch(["workspace", "channel"], () => {
    writesIn.hidden = !state.workspace?.outside;
    const here = conversation(state.channel);
    title.textContent = here?.title ?? "";
    purpose.textContent = here?.purpose ?? "";
    you.textContent = state.workspace ? `You are ${state.workspace.seat.name}` : "";
  });
  return h(
    "header",
    { class: "conversation-head" },
    opener("sidebar", "icon-button opens-sidebar", "Menu", icon("menu")),
    h("div", { class: "conversation-title" }, title, purpose, you),
    clockButton(),
    writesIn,
    opener("guide", "head-button opens-beside", null, [icon("compass"), h("span", {}, "Try this")]),
  );
}

function opener(panel, style, label, content) {
  return h(
    "button",
    {
      type: "button",
      class: style,
      "aria-label": label,
      "aria-controls": panel,
      "aria-expanded": "false",
      "data-opens": panel,
      onclick: () => togglePanel(panel),
    },
    content,
  );
}

function connectionNote() {
  const note = h("p", { class: "connection", role: "status", hidden: true });
  watch(["connected"], () => {
    note.hidden = state.connected;
    note.textContent = state.connected ? "" : "The connection was lost. Trying again…";
  });
  return note;
}

function messageList() {
  const list = h("ol", { class: "messages", "data-testid": "messages" });
  const frame = h(
    "div",
    { class: "messages-frame", tabindex: "0", role: "region", "aria-label": "Messages" },
    list,
  );
  const newer = h(
    "button",
    { type: "button", class: "newer", hidden: true, onclick: () => toEnd(frame) },
    "New messages",
    icon("chevron"),
  );
  frame.addEventListener("scroll", () => {
    if (isAtEnd(frame)) newer.hidden = true;
  });
  new ResizeObserver(() => frame.dataset.stay === "end" && toEnd(frame)).observe(frame);

  let shown = null; // which conversation the list shows, and as what
  watch(["messages", "channel", "seat"], () => {
    const place = `${state.seat}/${state.channel}`;
    const isNew = shown !== place || !list.childElementCount || list.firstElementChild.dataset.key === "loading";
    const wasAtEnd = isNew || isAtEnd(frame);
    if (shown !== place) list.replaceChildren();
    shown = place;
    const last = list.lastElementChild?.dataset.key;
    reconcile(list, rows());
    frame.dataset.stay = wasAtEnd ? "end" : "here";
    if (wasAtEnd) toEnd(frame);
    else if (last !== list.lastElementChild?.dataset.key) newer.hidden = false;
  });
  return h("div", { class: "messages-area" }, frame, newer);
}

const isAtEnd = (frame) => frame.scrollHeight - frame.scrollTop - frame.clientHeight < 60;
const toEnd = (frame) => frame.scrollTo({ top: frame.scrollHeight });

/** What should stand in the list: {key, draw()}; the same key means nothing changed. */
function rows() {
  if (!state.messages) return [{ key: "loading", draw: () => h("li", { class: "empty" }, "Loading…") }];
  if (!state.messages.length) return [{ key: `empty-${state.channel}`, draw: emptyNote }];
  const { channel } = state;
  const result = [];
  let before = null;
  for (const message of state.messages) {
    const day = dayOf(momentOfTs(message.ts));
    if (day !== before?.day) result.push({ key: `day-${day}`, draw: () => dayRow(message) });
    const follows =
      before?.day === day &&
      before.message.user === message.user &&
      !message.ephemeral &&
      !message.thread_ts &&
      !before.message.ephemeral &&
      Number(message.ts) - Number(before.message.ts) < TOGETHER;
    result.push({
      key: `${message.ts} ${follows} ${JSON.stringify(message)}`,
      draw: () => messageNode(message, channel, follows),
    });
    before = { day, message };
  }
  return result;
}

function dayRow(message) {
  return h("li", { class: "day" }, h("span", {}, longDay(momentOfTs(message.ts))));
}

function emptyNote() {
  const here = conversation(state.channel);
  const command = state.workspace?.commands[0]?.command;
  return h(
    "li",
    { class: "empty" },
    h("p", { class: "empty-title" }, `This is the very beginning of ${here?.title ?? "this conversation"}.`),
    command ? h("p", {}, "Type ", h("kbd", {}, command), " below to see what you can do.") : null,
  );
}

/** Keeps the rows that did not change as they are, so that focus and scrolling stay. */
function reconcile(list, wanted) {
  const present = new Map([...list.children].map((row) => [row.dataset.key, row]));
  const focusedTs = list.contains(document.activeElement)
    ? document.activeElement.closest("[data-ts]")?.dataset.ts
    : null;
  const nodes = wanted.map(({ key, draw }) => {
    const node = present.get(key) ?? draw();
    node.dataset.key = key;
    return node;
  });
  const keep = new Set(nodes);
  for (const row of [...list.children]) if (!keep.has(row)) row.remove();
  nodes.forEach((node, index) => {
    if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
  });
  if (focusedTs && !list.contains(document.activeElement)) {
    list.querySelector(`[data-ts="${CSS.escape(focusedTs)}"]`)?.focus();
  }
}
