// Text, on one line or on several, with a count of what is left.

import { h } from "./dom.js";
import { plain } from "./mrkdwn.js";

export function textInput(element, { id, label, scope, blockId }) {
  const control = h(element.multiline ? "textarea" : "input", {
    id,
    type: element.multiline ? null : "text",
    rows: element.multiline ? "5" : null,
    class: "text-input",
    dir: "auto",
    "aria-label": label,
    autocomplete: "off",
    placeholder: element.placeholder && plain(element.placeholder),
    value: element.initial_value ?? "",
  });
  const node = h("div", { class: "text-field" }, control);
  node.append(counter(control, element.max_length ?? MOST));
  if (element.dispatch_action_config) dispatchText(element, control, scope, blockId);
  return {
    node,
    control,
    read: () => ({ type: "plain_text_input", value: control.value || null }),
    problem: () => lengthProblem(element, lengthOf(control.value)),
  };
}

const MOST = 3000; // characters, where the app names no limit of its own

const lengthOf = (text) => [...text].length;

function lengthProblem({ min_length: least = 0, max_length: most = MOST }, length) {
  if (length > most) return `This must be ${most} characters or fewer. It has ${length}.`;
  if (length && length < least) return `This must be ${least} characters or more. It has ${length}.`;
  return "";
}

/** Shown once the end is in sight. */
function counter(control, most) {
  const node = h("p", { class: "counter", "data-testid": "counter" });
  const count = () => {
    const left = most - lengthOf(control.value);
    node.hidden = left > Math.min(100, most * 0.2);
    node.classList.toggle("over", left < 0);
    const amount = Math.abs(left).toLocaleString("en-GB");
    node.textContent = left < 0 ? `${amount} characters too many` : `${amount} characters left`;
  };
  control.addEventListener("input", count);
  count();
  return node;
}

function dispatchText(element, control, scope, blockId) {
  const when = element.dispatch_action_config.trigger_actions_on ?? ["on_enter_pressed"];
  const send = () =>
    scope.send(blockId, {
      type: "plain_text_input",
      action_id: element.action_id,
      value: control.value || null,
    });
  if (when.includes("on_character_entered")) control.addEventListener("input", send);
  if (when.includes("on_enter_pressed")) {
    control.addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && send());
  }
}
