// Builds DOM nodes. Strings become text, never markup.

const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "inert", "selected"]);

/** h("button", {class: "x", onclick: f, "aria-label": "y"}, "text", node, [nodes], null) */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (PROPERTIES.has(name)) node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return node;
}

let count = 0;

/** An id that nothing else on the page has. */
export function uniqueId(prefix) {
  count += 1;
  return `${prefix}-${count}`;
}

const FOCUSABLE = [
  "a[href]",
  "button:not([disabled])",
  "input:not([disabled])",
  "select:not([disabled])",
  "textarea:not([disabled])",
  '[tabindex]:not([tabindex="-1"])',
].join(",");

export function focusable(root) {
  return [...root.querySelectorAll(FOCUSABLE)].filter(
    (node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest("[inert]"),
  );
}

/** Replaces what is in `parent`; whoever had the focus there has it again at the same place. */
export function redraw(parent, nodes) {
  const at = focusable(parent).indexOf(document.activeElement);
  parent.replaceChildren(...nodes);
  if (at < 0) return;
  const places = focusable(parent);
  places[Math.min(at, places.length - 1)]?.focus();
}

/** Keeps the Tab key inside `root`. */
export function trapFocus(root) {
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Tab") return;
    const nodes = focusable(root);
    if (!nodes.length) return;
    const edge = event.shiftKey ? nodes[0] : nodes.at(-1);
    if (document.activeElement === edge || !root.contains(document.activeElement)) {
      event.preventDefault();
      (event.shiftKey ? nodes.at(-1) : nodes[0]).focus();
    }
  });
}

/** Says something to people who use a screen reader. */
export function announce(text) {
  const announcer = document.getElementById("announcer");
  announcer.append(h("p", {}, text));
  while (announcer.childElementCount > 5) announcer.firstElementChild.remove();
}
