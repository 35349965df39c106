// Keeps what the page knows up to date: fetches, and listens to what the server tells.

import { api } from "./api.js";
import { announce } from "./dom.js";
import { conversation, state, update } from "./store.js";
import { orToast, toast } from "./toast.js";

let source = null;

/** Takes a seat (or none) and opens a conversation there; the bot's own unless named. */
export async function takeSeat(seat, channel = null) {
  source?.close();
  source = null;
  update({ seat, channel: null, workspace: null, messages: null, views: [] });
  if (!seat) return;
  listen(seat);
  await refreshWorkspace();
  if (state.seat !== seat || !state.workspace) return;
  const wanted = conversation(channel) ? channel : state.workspace.dms[0]?.id;
  await Promise.all([openConversation(wanted), refreshViews()]);
}

export async function openConversation(channel) {
  if (!channel) return;
  update({ channel, messages: null });
  await refreshMessages();
}

export function refreshWorkspace() {
  return refresh("workspace", () => api.workspace(state.seat), (workspace) => {
    announceUnread(state.workspace, workspace);
    update({ workspace: withoutUnread(workspace, state.channel) });
  });
}

export function refreshMessages() {
  const { channel } = state;
  if (!channel) return Promise.resolve();
  const fetched = () => api.messages(state.seat, channel);
  return refresh("messages", fetched, (messages) => {
    if (state.channel !== channel) return;
    announceNew(state.messages, messages);
    update({ messages, workspace: withoutUnread(state.workspace, channel) });
  });
}

export function refreshViews() {
  return refresh("views", () => api.views(state.seat), (views) => update({ views }));
}

export function refreshOutside() {
  return refresh("outside", api.outside, (outside) => update({ outside }));
}

const newest = {};

/**
 * Fetches. An answer that a later one has overtaken, or for another seat, is dropped; whoever
 * waited for it waits for the later one.
 */
function refresh(what, fetch, use) {
  const { seat } = state;
  if (!seat) return Promise.resolve();
  const turn = orToast(fetch).then((answer) => {
    if (newest[what] !== turn) return newest[what];
    if (answer !== undefined && state.seat === seat) use(answer);
    return undefined;
  });
  newest[what] = turn;
  return turn;
}

/** The conversation that is open is being read. */
function withoutUnread(workspace, channel) {
  const read = (list) => list.map((each) => (each.id === channel ? { ...each, unread: 0 } : each));
  return workspace && { ...workspace, channels: read(workspace.channels), dms: read(workspace.dms) };
}

function announceUnread(before, after) {
  if (!before) return;
  const earlier = new Map([...before.channels, ...before.dms].map((each) => [each.id, each.unread]));
  for (const each of [...after.channels, ...after.dms]) {
    const more = each.unread - (earlier.get(each.id) ?? 0);
    if (more > 0 && each.id !== state.channel) {
      announce(`${more} new ${more === 1 ? "message" : "messages"} in ${each.name}`);
    }
  }
}

function announceNew(before, after) {
  if (!before) return;
  const known = new Set(before.map((message) => message.ts));
  for (const message of after) {
    if (known.has(message.ts) || message.user === state.seat) continue;
    announce(`${message.name}: ${message.text || "sent a card"}`);
  }
}

function listen(seat) {
  let wasLost = false;
  source = api.events(seat);
  source.addEventListener("open", () => {
    update({ connected: true });
    if (wasLost) refreshAll();
    wasLost = false;
  });
  source.addEventListener("error", () => {
    wasLost = true;
    update({ connected: false });
    if (source?.readyState === EventSource.CLOSED) setTimeout(() => state.seat === seat && listen(seat), 3000);
  });
  source.addEventListener("message", (event) => heard(JSON.parse(event.data)));
}

function refreshAll() {
  return Promise.all([refreshWorkspace(), refreshMessages(), refreshViews()]);
}

async function heard(event) {
  if (event.type === "messages" && event.channel === state.channel) await refreshMessages();
  else if (event.type === "views") await refreshViews();
  else if (event.type === "reset") await startAfresh();
  else await refreshWorkspace();
}

async function startAfresh() {
  localStorage.removeItem("guide-done");
  update({ messages: [], views: [], outside: null, seats: (await orToast(api.seats)) ?? state.seats });
  await refreshAll();
  toast("The playground is as new.", "info");
}
