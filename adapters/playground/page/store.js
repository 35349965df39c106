// What the page knows. Whoever shows a part of it watches that part.

export const state = {
  seats: [],
  seat: null, // the id of the person one is
  channel: null, // the id of the open conversation
  workspace: null,
  messages: null, // those of the open conversation; null until they are loaded
  outside: null, // how customers can write in: {means, examples, known}
  views: [], // the stack of modals, bottom to top
  connected: true,
};

const watchers = [];

/** Calls `render()` now and whenever one of the named parts changes. */
export function watch(parts, render) {
  watchers.push({ parts, render });
  render();
}

export function update(changes) {
  Object.assign(state, changes);
  const changed = Object.keys(changes);
  for (const { parts, render } of watchers) {
    if (parts.some((part) => changed.includes(part))) render();
  }
}

/** Channels and direct messages alike, by id. */
export function conversation(id) {
  const { channels = [], dms = [] } = state.workspace ?? {};
  const channel = channels.find((each) => each.id === id);
  if (channel) return { ...channel, title: `#${channel.name}`, isChannel: true };
  const dm = dms.find((each) => each.id === id);
  return dm ? { ...dm, title: dm.name, purpose: "Between the two of you", isChannel: false } : null;
}

/** How mentions are written out: names of people and of channels by id. */
export function names() {
  const { users = {}, channels = [] } = state.workspace ?? {};
  return { users, channels: Object.fromEntries(channels.map(({ id, name }) => [id, name])) };
}
