// Talks to the playground's server.

const ROOT = "/playground/api/";

/** The server said no; `message` is a sentence to show. */
export class ApiError extends Error {}

async function request(path, init) {
  let response;
  try {
    response = await fetch(ROOT + path, init);
  } catch {
    throw new ApiError("The playground does not answer. Is it still running?");
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new ApiError(body.error ?? `The playground answered with status ${response.status}.`);
  }
  return body;
}

const get = (path, query) => request(`${path}?${new URLSearchParams(query)}`);

const post = (path, body) =>
  request(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

export const api = {
  seats: async () => (await get("seats", {})).seats,
  workspace: (seat) => get("workspace", { seat }),
  messages: async (seat, channel) => (await get("messages", { seat, channel })).messages,
  views: async (seat) => (await get("views", { seat })).views,
  message: (seat, channel, text) => post("message", { seat, channel, text }),
  command: (seat, channel, command, text) => post("command", { seat, channel, command, text }),
  shortcut: (seat, callback_id, place = {}) => post("shortcut", { seat, callback_id, ...place }),
  action: (seat, place, block_id, element) => post("action", { seat, ...place, block_id, element }),
  submit: (seat, view_id, values) => post("view/submit", { seat, view_id, values }),
  close: (seat, view_id) => post("view/close", { seat, view_id }),
  options: async (seat, view_id, block_id, action_id, query) =>
    (await post("options", { seat, view_id, block_id, action_id, query })).options,
  outside: () => get("outside", {}),
  writeIn: (contact) => post("contacts", contact),
  setUp: () => post("outside/set-up", {}),
  setClock: (to) => post("clock", { to }),
  reset: () => post("reset", {}),
  events: (seat) => new EventSource(`${ROOT}events?${new URLSearchParams({ seat })}`),
};
