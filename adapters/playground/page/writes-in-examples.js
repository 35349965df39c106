// Examples that fill the form: people as they are known here, or nearly so.

import { announce, h, uniqueId } from "./dom.js";

/** `examples`: [{of, label, about, contact}], those of one customer together. */
export function exampleGroups(examples, fill) {
  return [...new Set(examples.map((each) => each.of))].map((of) => {
    const id = uniqueId("examples");
    const own = examples.filter((each) => each.of === of);
    return h(
      "div",
      { class: "example-group", role: "group", "aria-labelledby": id },
      h("h3", { id, dir: "auto" }, of),
      own.map((each) => chip(each, fill)),
    );
  });
}

function chip({ label, about, contact }, fill) {
  const use = () => {
    fill(contact);
    announce(`Filled in: ${about}. Press “Write in” to send it.`);
  };
  return h(
    "button",
    { type: "button", class: "example", onclick: use },
    h("span", { class: "example-label" }, label),
    h("span", { class: "example-about", dir: "auto" }, about),
  );
}
