// What became of a contact, in kind words.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { closePanels } from "./panels.js";
import { goTo } from "./place.js";
import { conversation, state } from "./store.js";

const BECAME = {
  alerted: {
    sign: "bell",
    title: "Colleagues are alerted",
    text: "It is somebody under a sanction, or very likely so. The alert says what may happen now, and what to say.",
  },
  asked: {
    sign: "person",
    title: "A person is asked",
    text: "It may be somebody under a sanction, or somebody much like them. Nobody is taken for them until a colleague has looked.",
  },
  nothing: {
    sign: "check",
    title: "Nobody under a sanction",
    text: "Nobody is alerted. UCB keeps that a contact came, and no word about whoever made it.",
  },
};

/** `answer`: {became, alerts: references, channel}. */
export function becameWords({ became, alerts, channel }) {
  const { sign, title, text } = BECAME[became];
  const where = conversation(channel)?.title ?? "the alerts channel";
  return [
    h("h3", {}, icon(sign), title),
    h("p", {}, text),
    alerts.length
      ? h("p", {}, alerts.length > 1 ? "Alerts " : "Alert ", h("strong", {}, alerts.join(", ")))
      : null,
    became === "nothing" ? null : channelLink(channel, `Open ${where}`),
  ].filter(Boolean);
}

export const failureWords = (message) => [
  h("p", {}, message),
  h("p", {}, "Nothing you typed is lost. Press “Write in” to try again."),
];

function channelLink(channel, label) {
  const open = (event) => {
    event.preventDefault();
    closePanels();
    goTo(state.seat, channel);
  };
  return h("a", { href: `#${state.seat}/${channel}`, class: "button button-small", onclick: open }, label);
}
