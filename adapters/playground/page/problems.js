// What is wrong with a form, each sentence beside its field.

import { h } from "./dom.js";
import { mrkdwn } from "./mrkdwn.js";

/** Puts each problem beside its field and goes to the first; true when there was one. */
export function showProblems(scope, problems, alert) {
  const fields = scope.fields.filter((field) => field.show);
  for (const field of fields) field.show(problems[field.blockId] ?? "");
  const known = new Set(fields.map((field) => field.blockId));
  const others = Object.entries(problems).filter(([blockId]) => !known.has(blockId));
  alert.replaceChildren(...others.map(([, text]) => h("p", {}, mrkdwn(text, scope.names))));
  const first = fields.find((field) => problems[field.blockId]);
  first?.control.focus();
  return Object.keys(problems).length > 0;
}
