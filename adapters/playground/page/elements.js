// Block Kit's interactive elements.
//
// An element is rendered with a setting: {scope, blockId, id, label} and gives
//   node     what to put on the page
//   control  what takes the focus (absent for a plain button)
//   read()   its entry in view.state.values (absent for buttons)
//   problem() a sentence when what was entered cannot be sent, else ""
//   group    true when the label belongs to several controls together

import { checkboxes, multiSelect, radioButtons, staticSelect } from "./choices.js";
import { externalSelect } from "./combobox.js";
import { confirmed } from "./confirm.js";
import { h } from "./dom.js";
import { dateInput, momentInput, timeInput } from "./moments.js";
import { link, plain } from "./mrkdwn.js";
import { textInput } from "./text-input.js";

const ELEMENTS = {
  button,
  checkboxes,
  datepicker: dateInput,
  datetimepicker: momentInput,
  external_select: externalSelect,
  image,
  multi_static_select: multiSelect,
  plain_text_input: textInput,
  radio_buttons: radioButtons,
  static_select: staticSelect,
  timepicker: timeInput,
};

/** Renders an element and, when it holds a value, registers it with the scope. */
export function renderElement(element, setting) {
  const render = ELEMENTS[element.type] ?? unknown;
  const rendered = render(element, setting);
  if (rendered.read) {
    setting.scope.fields.push({ blockId: setting.blockId, actionId: element.action_id, ...rendered });
  }
  return rendered;
}

/** Tells the app at once what was entered; used outside of input blocks. */
export function dispatchOnChange(element, rendered, { scope, blockId }) {
  rendered.node.addEventListener("change", () => {
    scope.send(blockId, { action_id: element.action_id, ...rendered.read() });
  });
}

function button(element, { scope, blockId }) {
  const style = element.style ? ` button-${element.style}` : "";
  const attributes = {
    class: `button${style}`,
    "aria-label": element.accessibility_label,
    "data-action-id": element.action_id,
  };
  const press = async (event) => {
    const pressed = event.currentTarget;
    if (pressed.getAttribute("aria-disabled") === "true") return;
    if (element.confirm && !(await confirmed(element.confirm, scope.names))) return;
    const payload = { type: "button", action_id: element.action_id, text: element.text };
    if (element.value !== undefined) payload.value = element.value;
    await pending(pressed, () => scope.send(blockId, payload));
  };
  if (!element.url) {
    return { node: h("button", { type: "button", ...attributes, onclick: press }, plain(element.text)) };
  }
  const anchor = link(element.url, element.text.text);
  const node = anchor instanceof Element ? anchor : h("span", {}, anchor);
  node.classList.add(...attributes.class.split(" "));
  node.addEventListener("click", press);
  return { node };
}

/** While `work` runs the pressed button shows it, and its neighbours wait with it. */
async function pending(pressed, work) {
  const card = pressed.closest("[data-card]") ?? pressed.parentElement;
  const buttons = [...card.querySelectorAll("button.button")];
  pressed.setAttribute("aria-busy", "true");
  for (const each of buttons) each.setAttribute("aria-disabled", "true");
  try {
    await work();
  } finally {
    pressed.removeAttribute("aria-busy");
    for (const each of buttons) each.removeAttribute("aria-disabled");
  }
}

/** Pictures of other hosts are not fetched: their words are shown instead. */
export function image(element) {
  const address = new URL(element.image_url ?? "", location.href);
  if (element.image_url && address.origin === location.origin) {
    return { node: h("img", { class: "picture", src: address.href, alt: element.alt_text ?? "" }) };
  }
  return { node: h("span", { class: "picture picture-words", role: "img" }, element.alt_text ?? "") };
}

function unknown(element) {
  return { node: h("p", { class: "unsupported" }, `The playground cannot show “${element.type}”.`) };
}
