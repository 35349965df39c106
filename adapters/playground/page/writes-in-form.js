// Who makes contact, and how; and what became of it.

import { ApiError, api } from "./api.js";
import { renderBlocks } from "./blocks.js";
import { h } from "./dom.js";
import { isWaiting, setWaiting } from "./pending.js";
import { showProblems } from "./problems.js";
import { becameWords, failureWords } from "./writes-in-result.js";

const words = (text) => ({ type: "plain_text", text });

const text = (name, label, most) => ({
  type: "input",
  block_id: name,
  label: words(label),
  optional: true,
  element: { type: "plain_text_input", action_id: "field", max_length: most },
});

function blocksFor(means) {
  const options = means.map(({ code, label }) => ({ value: code, text: words(label) }));
  const usual = options.find((each) => each.value === "email") ?? options[0];
  return [
    text("name", "Name", 200),
    text("email", "Mail address", 254),
    text("phone", "Telephone number", 40),
    text("postcode", "Postcode", 20),
    {
      type: "input",
      block_id: "means",
      label: words("How do they make contact?"),
      element: { type: "static_select", action_id: "field", options, initial_option: usual },
    },
  ];
}

/**
 * Gives its `node`; `fill(contact)` writes a contact into its fields, and `forget()` takes away
 * what became of the last one.
 */
export function writesInForm(means) {
  const scope = { names: { users: {}, channels: {} }, fields: [], send() {}, options() {} };
  const alert = h("div", { class: "modal-alert", role: "alert" });
  const result = h("div", { class: "writes-in-result", role: "status" });
  const send = h("button", { type: "submit", class: "button button-primary" }, "Write in");
  const fields = renderBlocks(blocksFor(means), scope);
  const form = h("form", { novalidate: true, autocomplete: "off" }, alert, fields, send, result);
  let key = null; // names this contact: sent again, it changes nothing the second time

  const changed = () => (key = null);
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  send.addEventListener("click", (event) => event.detail > 1 && event.preventDefault());
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.repeat) event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!isWaiting(send)) writeIn();
  });

  async function writeIn() {
    if (showProblems(scope, problemsOf(scope), alert)) return;
    key ??= crypto.randomUUID();
    setWaiting(send, true);
    try {
      const answer = await api.writeIn({ key, ...typed(scope) });
      if (answer.result === "errors") showProblems(scope, answer.errors, alert);
      else tell(becameWords(answer));
      key = null;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      alert.replaceChildren(...failureWords(error.message));
    } finally {
      setWaiting(send, false);
    }
  }

  function tell(nodes) {
    result.replaceChildren(...nodes);
    result.scrollIntoView({ block: "nearest" });
  }

  const fill = (contact) => {
    for (const { blockId, control } of scope.fields) {
      if (blockId === "means" && !contact.means) continue;
      control.value = contact[blockId] ?? "";
      control.dispatchEvent(new Event(control.matches("select") ? "change" : "input", { bubbles: true }));
    }
    alert.replaceChildren();
    tell([]);
    send.scrollIntoView({ block: "nearest" });
  };
  return { node: form, fill, forget: () => tell([]) };
}

function problemsOf({ fields }) {
  const found = fields.map(({ blockId, check }) => [blockId, check()]);
  return Object.fromEntries(found.filter(([, problem]) => problem));
}

function typed({ fields }) {
  return Object.fromEntries(
    fields.map(({ blockId, control }) => [blockId, control.value.trim()]),
  );
}
