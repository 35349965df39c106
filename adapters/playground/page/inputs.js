// An input block: a label, an element, a hint, and the place where its error stands.

import { h, uniqueId } from "./dom.js";
import { dispatchOnChange, renderElement } from "./elements.js";
import { plain } from "./mrkdwn.js";

const MISSING = "Please complete this required field.";

export function renderInput(block, scope) {
  const id = uniqueId("input");
  const setting = { scope, blockId: block.block_id, id };
  const rendered = renderElement(block.element, setting);
  const field = scope.fields.at(-1);
  const label = [plain(block.label), block.optional ? h("span", { class: "optional" }, " (optional)") : null];
  const hint = block.hint ? h("p", { class: "hint", id: `${id}-hint` }, plain(block.hint)) : null;
  const error = h("p", { class: "field-error", id: `${id}-error`, hidden: true });
  const node = rendered.group
    ? h("fieldset", { class: "field" }, h("legend", {}, label), hint, error, rendered.node)
    : h("div", { class: "field" }, h("label", { for: id }, label), hint, error, rendered.node);
  node.dataset.blockId = block.block_id;

  const described = rendered.group ? node : rendered.control;
  const describe = () => {
    const about = [hint, error].filter((each) => each && !each.hidden).map((each) => each.id);
    if (about.length) described.setAttribute("aria-describedby", about.join(" "));
    else described.removeAttribute("aria-describedby");
  };
  if (!block.optional && !rendered.group) rendered.control.setAttribute("aria-required", "true");
  describe();

  field.show = (message) => {
    error.textContent = message;
    error.hidden = !message;
    node.classList.toggle("invalid", Boolean(message));
    if (message) rendered.control.setAttribute("aria-invalid", "true");
    else rendered.control.removeAttribute("aria-invalid");
    describe();
  };
  node.addEventListener("input", () => error.hidden || field.show(""));
  field.check = () => rendered.problem?.() || (!block.optional && isEmpty(rendered.read()) ? MISSING : "");
  if (block.element.focus_on_load) field.isFirst = true;
  if (block.dispatch_action && block.element.type !== "plain_text_input") {
    dispatchOnChange(block.element, rendered, setting);
  }
  return node;
}

function isEmpty({ type: _, ...entry }) {
  const [value] = Object.values(entry);
  return value === null || value.length === 0;
}
