// One message of a conversation.

import { api } from "./api.js";
import { avatar } from "./avatar.js";
import { renderBlocks } from "./blocks.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { longMoment, timeOf } from "./london.js";
import { menuButton } from "./menu.js";
import { mrkdwn } from "./mrkdwn.js";
import { names, state } from "./store.js";
import { orToast } from "./toast.js";

export const momentOfTs = (ts) => new Date(Number(ts) * 1000);

/** `follows`: the message stands under another one of the same person. */
export function messageNode(message, channel, follows) {
  const at = momentOfTs(message.ts);
  const time = h("time", { datetime: at.toISOString(), title: longMoment(at) }, timeOf(at));
  const who = h(
    "div",
    { class: "message-who" },
    h("span", { class: "message-name" }, message.name),
    message.is_bot ? h("span", { class: "app-tag" }, "App") : null,
    time,
  );
  const scope = scopeOf(message, channel);
  const shown = message.blocks?.length
    ? h("div", { class: "card", "data-card": true }, renderBlocks(message.blocks, scope))
    : h("div", { class: "text", dir: "auto" }, mrkdwn(message.text, scope.names));
  if (message.edited) shown.append(h("span", { class: "edited" }, "(edited)"));
  return h(
    "li",
    {
      class: ["message", follows && "follows", message.ephemeral && "ephemeral"].filter(Boolean).join(" "),
      "data-ts": message.ts,
      "data-testid": "message",
      tabindex: "-1",
    },
    avatar(message.name, message.is_bot),
    h(
      "div",
      { class: "message-body" },
      message.ephemeral ? h("p", { class: "above" }, icon("eye"), "Only visible to you") : null,
      message.thread_ts ? h("p", { class: "above reply" }, icon("reply"), beneath(message.thread_ts)) : null,
      who,
      shown,
      (message.files ?? []).map(fileLink),
    ),
    message.ephemeral ? null : moreMenu(message, channel, at),
  );
}

/** To which message another one is a reply. */
function beneath(ts) {
  const first = state.messages.find((each) => each.ts === ts);
  const said = first && h("span", {}, mrkdwn(first.text, names())).textContent;
  return h("span", { dir: "auto" }, first ? `Reply to ${first.name}: ${said}` : "Reply to an earlier message");
}

function fileLink({ name, title, url_private }) {
  return h("a", { class: "file", href: url_private, download: name }, icon("file"), title || name);
}

function scopeOf(message, channel) {
  const { seat } = state;
  return {
    names: names(),
    fields: [],
    send: (blockId, element) =>
      orToast(
        () => api.action(seat, { channel, ts: message.ts }, blockId, element),
        (problem) => `That did not work: ${problem}`,
      ),
    options: async () => [],
  };
}

function moreMenu(message, channel, at) {
  const shortcuts = () => (state.workspace?.shortcuts ?? []).filter((each) => each.type === "message");
  const items = () =>
    shortcuts().map((shortcut) => ({
      label: shortcut.name,
      run: () =>
        orToast(() => api.shortcut(state.seat, shortcut.callback_id, { channel, ts: message.ts })),
    }));
  if (!shortcuts().length) return null;
  const label = `More about the message of ${message.name}, ${timeOf(at)}`;
  return h("div", { class: "message-tools" }, menuButton({ class: "icon-button", "aria-label": label }, icon("more"), items));
}
