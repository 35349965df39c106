// Choices from a list that is known: drop-downs, radio buttons and check boxes.

import { h, uniqueId } from "./dom.js";
import { icon } from "./icons.js";
import { plain, textObject } from "./mrkdwn.js";

const same = (one, other) => one?.value === other?.value;

export function staticSelect(element, { id, label }) {
  const groups = element.option_groups ?? [{ options: element.options ?? [] }];
  const options = groups.flatMap((group) => group.options);
  const chosen = () => options[control.selectedIndex - 1] ?? null;
  const entry = (option) =>
    h("option", { value: option.value, selected: same(option, element.initial_option) }, plain(option.text));
  const control = h(
    "select",
    { id, class: "select", "aria-label": label },
    h("option", { value: "" }, element.placeholder ? plain(element.placeholder) : "Choose"),
    groups.map((group) =>
      group.label
        ? h("optgroup", { label: plain(group.label) }, group.options.map(entry))
        : group.options.map(entry),
    ),
  );
  const about = h("p", { class: "option-about" });
  const describe = () => {
    about.textContent = chosen()?.description ? plain(chosen().description) : "";
    about.hidden = !about.textContent;
  };
  control.addEventListener("change", describe);
  describe();
  return {
    node: h("div", {}, h("div", { class: "select-frame" }, control, icon("chevron")), about),
    control,
    read: () => ({ type: "static_select", selected_option: chosen() }),
  };
}

export function radioButtons(element, setting) {
  const list = boxes("radio", element, setting, (option) => same(option, element.initial_option));
  return {
    ...list,
    read: () => ({ type: "radio_buttons", selected_option: list.chosen()[0] ?? null }),
  };
}

export function checkboxes(element, setting) {
  const list = boxes("checkbox", element, setting, isInitial(element));
  return { ...list, read: () => ({ type: "checkboxes", selected_options: list.chosen() }) };
}

export function multiSelect(element, setting) {
  const options = element.options ?? element.option_groups.flatMap((group) => group.options);
  const list = boxes("checkbox", { ...element, options }, setting, isInitial(element));
  list.node.classList.add("choices-scroll");
  const most = element.max_selected_items ?? Infinity;
  return {
    ...list,
    read: () => ({ type: "multi_static_select", selected_options: list.chosen() }),
    problem: () => (list.chosen().length > most ? `Choose ${most} at most.` : ""),
  };
}

const isInitial = (element) => (option) =>
  (element.initial_options ?? []).some((initial) => same(initial, option));

function boxes(type, element, { id, label, scope }, isChosen) {
  const name = uniqueId("choice");
  const inputs = element.options.map((option, index) =>
    h("input", {
      type,
      name,
      id: index ? `${id}-${index}` : id,
      value: option.value,
      checked: isChosen(option),
      "aria-describedby": option.description ? `${id}-${index}-about` : null,
    }),
  );
  const row = (option, index) =>
    h(
      "div",
      { class: "choice" },
      inputs[index],
      h(
        "label",
        { for: inputs[index].id },
        h("span", { class: "choice-text" }, textObject(option.text, scope.names)),
      ),
      option.description
        ? h(
            "p",
            { class: "choice-about", id: `${id}-${index}-about` },
            textObject(option.description, scope.names),
          )
        : null,
    );
  return {
    node: h(
      "div",
      { class: "choices", role: label ? "group" : null, "aria-label": label },
      element.options.map(row),
    ),
    control: inputs[0],
    group: true,
    chosen: () => element.options.filter((_, index) => inputs[index].checked),
  };
}
