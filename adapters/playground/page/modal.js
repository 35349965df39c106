// The stack of views an app has opened, as dialogs over the workspace.

import { ApiError, api } from "./api.js";
import { renderBlocks } from "./blocks.js";
import { h, focusable, trapFocus } from "./dom.js";
import { icon } from "./icons.js";
import { plain } from "./mrkdwn.js";
import { isWaiting, setWaiting } from "./pending.js";
import { showProblems } from "./problems.js";
import { names, state, watch } from "./store.js";
import { refreshViews } from "./sync.js";
import { orToast } from "./toast.js";
import { keepEntered, valuesOf } from "./values.js";

const open = new Map(); // view id -> {dialog, drawn, scope}, bottom to top

export function showModals() {
  watch(["views"], reconcile);
}

function reconcile() {
  const wanted = new Set(state.views.map((view) => view.id));
  for (const id of [...open.keys()].reverse()) if (!wanted.has(id)) remove(id);
  for (const view of state.views) {
    const { title, submit: send, close, blocks } = view;
    const drawn = JSON.stringify({ title, send, close, blocks });
    const present = open.get(view.id);
    if (!present) show(view, drawn);
    else if (present.drawn !== drawn) redraw(present, view, drawn);
  }
}

function show(view, drawn) {
  const dialog = h("dialog", {
    class: "dialog modal",
    "aria-labelledby": `${view.id}-title`,
    "data-view-id": view.id,
    "data-callback-id": view.callback_id,
  });
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    if (event.target === dialog) dismiss(view.id);
  });
  trapFocus(dialog);
  document.body.append(dialog);
  const entry = { dialog, drawn, scope: null };
  open.set(view.id, entry);
  draw(entry, keepEntered(view, view.state?.values ?? {}));
  dialog.showModal();
  focusFirst(entry);
}

function redraw(entry, view, drawn) {
  const focused = document.activeElement?.closest(".field")?.dataset.blockId;
  draw(entry, keepEntered(view, valuesOf(entry.scope)));
  entry.drawn = drawn;
  const again = focused && entry.dialog.querySelector(`[data-block-id="${CSS.escape(focused)}"]`);
  if (again) focusable(again)[0]?.focus();
  else focusFirst(entry);
}

function remove(id) {
  const { dialog } = open.get(id);
  open.delete(id);
  dialog.close();
  dialog.remove();
  if (!open.size && document.activeElement === document.body) {
    document.querySelector("[data-testid=composer-input]")?.focus();
  }
}

function draw(entry, view) {
  const scope = scopeOf(view, entry);
  entry.scope = scope;
  const alert = h("div", { class: "modal-alert", role: "alert" });
  const body = h("div", { class: "modal-body" }, alert, renderBlocks(view.blocks, scope));
  const close = h(
    "button",
    { type: "button", class: "button", onclick: () => dismiss(view.id) },
    view.close ? plain(view.close) : view.submit ? "Cancel" : "Close",
  );
  const send = view.submit
    ? h("button", { type: "submit", class: "button button-primary" }, plain(view.submit))
    : null;
  const form = h(
    "form",
    { novalidate: true, autocomplete: "off" },
    h(
      "header",
      {},
      h("h2", { id: `${view.id}-title` }, plain(view.title)),
      h(
        "button",
        { type: "button", class: "icon-button", "aria-label": "Close", onclick: () => dismiss(view.id) },
        icon("close"),
      ),
    ),
    body,
    h("footer", {}, close, send),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (send && !isWaiting(send)) submit(view, scope, alert, send);
  });
  entry.dialog.replaceChildren(form);
}

function scopeOf(view, entry) {
  const { seat } = state;
  return {
    names: names(),
    fields: [],
    send: (blockId, element) =>
      orToast(
        () => api.action(seat, { view_id: view.id, values: valuesOf(entry.scope) }, blockId, element),
        (message) => `That did not work: ${message}`,
      ),
    options: (blockId, actionId, query) => api.options(seat, view.id, blockId, actionId, query),
  };
}

function focusFirst({ dialog, scope }) {
  const field = scope.fields.find((each) => each.isFirst) ?? scope.fields[0];
  const target = field?.control ?? dialog.querySelector("[type=submit]") ?? focusable(dialog)[0];
  target?.focus();
}

function dismiss(id) {
  const { seat } = state;
  remove(id);
  orToast(() => api.close(seat, id)).then(refreshViews);
}

async function submit(view, scope, alert, send) {
  const problems = {};
  for (const field of scope.fields) {
    const problem = field.check?.();
    if (problem) problems[field.blockId] = problem;
  }
  alert.replaceChildren();
  if (showProblems(scope, problems, alert)) return;

  setWaiting(send, true);
  try {
    const answer = await api.submit(state.seat, view.id, valuesOf(scope));
    if (answer.result === "errors") showProblems(scope, answer.errors, alert);
    else await refreshViews();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    alert.replaceChildren(h("p", {}, `We had some trouble connecting. ${error.message}`));
  } finally {
    setWaiting(send, false);
  }
}
