// One choice from a type-ahead: an ARIA combobox whose list the app provides.

import { h, uniqueId } from "./dom.js";
import { plain } from "./mrkdwn.js";

const PAUSE = 180; // milliseconds after the last key before the app is asked

export function externalSelect(element, { id, label, scope, blockId }) {
  const least = element.min_query_length ?? 3;
  let chosen = element.initial_option ?? null;
  let options = [];
  let active = -1;
  let asked = 0;
  let timer = null;

  const listId = uniqueId("list");
  const control = h("input", {
    id,
    type: "text",
    class: "text-input",
    role: "combobox",
    dir: "auto",
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": label,
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": listId,
    placeholder: element.placeholder ? plain(element.placeholder) : null,
    value: chosen ? plain(chosen.text) : "",
  });
  const list = h("ul", { id: listId, class: "listbox", role: "listbox", "aria-label": "Suggestions" });
  const status = h("p", { class: "combobox-status", role: "status" });
  const popup = h("div", { class: "combobox-popup", hidden: true }, list, status);
  const node = h("div", { class: "combobox" }, control, popup);

  const isOpen = () => !popup.hidden;

  function close() {
    asked += 1;
    clearTimeout(timer);
    popup.hidden = true;
    activate(-1);
    control.setAttribute("aria-expanded", "false");
  }

  function open(message) {
    popup.hidden = false;
    control.setAttribute("aria-expanded", String(options.length > 0));
    status.textContent = message;
    popup.scrollIntoView({ block: "nearest" });
  }

  function activate(index) {
    active = index;
    [...list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === index)));
    const row = list.children[index];
    if (row) {
      control.setAttribute("aria-activedescendant", row.id);
      row.scrollIntoView({ block: "nearest" });
    } else control.removeAttribute("aria-activedescendant");
  }

  function choose(option) {
    chosen = option;
    control.value = plain(option.text);
    close();
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function show(found) {
    options = found;
    list.replaceChildren(...found.map((option) => suggestion(option, choose)));
    activate(-1);
    const count = found.length === 1 ? "1 suggestion" : `${found.length} suggestions`;
    open(found.length ? count : "Nothing found.");
  }

  async function ask() {
    const query = chosen && control.value === plain(chosen.text) ? "" : control.value.trim();
    asked += 1;
    const turn = asked;
    if (query.length < least) {
      show([]);
      return open(least === 1 ? "Start typing." : `Type ${least} letters or more.`);
    }
    if (!isOpen()) open("Searching…");
    try {
      const found = await scope.options(blockId, element.action_id, query);
      if (turn === asked) show(found);
    } catch (error) {
      if (turn !== asked) return;
      show([]);
      open(error.message);
    }
  }

  function askSoon() {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  }

  function onKey(event) {
    if (event.isComposing) return;
    const last = options.length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen()) return ask();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const next = active + step;
      activate(next > last ? 0 : next < 0 ? last : next);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (isOpen() && options[active]) choose(options[active]);
      else if (isOpen() && options.length === 1) choose(options[0]);
    } else if (event.key === "Escape" && isOpen()) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }

  control.addEventListener("input", () => {
    chosen = null;
    askSoon();
  });
  control.addEventListener("keydown", onKey);
  control.addEventListener("click", () => isOpen() || ask());
  control.addEventListener("blur", close);
  // Pressing on the list must not take the focus away from the input.
  popup.addEventListener("mousedown", (event) => event.preventDefault());

  return {
    node,
    control,
    read: () => ({ type: "external_select", selected_option: chosen }),
    problem: () => (control.value.trim() && !chosen ? "Choose one of the suggestions." : ""),
  };
}

function suggestion(option, choose) {
  return h(
    "li",
    { id: uniqueId("option"), role: "option", "aria-selected": "false", onclick: () => choose(option) },
    h("span", { class: "suggestion-text" }, plain(option.text)),
    option.description ? h("span", { class: "suggestion-about" }, plain(option.description)) : null,
  );
}
