// Who one is, who one could be, and the conversations.

import { api } from "./api.js";
import { avatar } from "./avatar.js";
import { confirmed } from "./confirm.js";
import { h, redraw } from "./dom.js";
import { icon } from "./icons.js";
import { closePanels } from "./panels.js";
import { goTo } from "./place.js";
import { state, watch } from "./store.js";
import { themeButton } from "./theme.js";
import { orToast } from "./toast.js";

export function sidebar() {
  const channels = h("ul", { class: "nav-list" });
  const dms = h("ul", { class: "nav-list" });
  const seats = h("ul", { class: "nav-list" });
  watch(["workspace", "channel"], () => {
    redraw(channels, (state.workspace?.channels ?? []).map((each) => place(each, true)));
    redraw(dms, (state.workspace?.dms ?? []).map((each) => place(each, false)));
    document.title = title();
  });
  watch(["seats", "seat"], () => redraw(seats, state.seats.map(seatRow)));
  return h(
    "div",
    { id: "sidebar", class: "sidebar" },
    h(
      "header",
      { class: "brand" },
      h("span", { class: "brand-mark" }, icon("shield")),
      h("h1", {}, "UCB playground"),
      h(
        "button",
        { type: "button", class: "icon-button drawer-only", "aria-label": "Close the menu", onclick: () => closePanels("sidebar") },
        icon("close"),
      ),
    ),
    h(
      "nav",
      { "aria-label": "Conversations" },
      group("Channels", "nav-channels", channels),
      group("Direct messages", "nav-dms", dms),
    ),
    h("section", { "aria-labelledby": "nav-seats" }, group("Seats", "nav-seats", seats)),
    h("div", { class: "sidebar-foot" }, themeButton(), resetButton()),
  );
}

function group(name, id, list) {
  list.setAttribute("aria-labelledby", id);
  return h("div", { class: "nav-group" }, h("h2", { id }, name), list);
}

function place({ id, name, unread }, isChannel) {
  const isHere = id === state.channel;
  const open = () => {
    closePanels("sidebar");
    goTo(state.seat, id);
  };
  const badge = unread
    ? h("span", { class: "badge" }, String(unread), h("span", { class: "visually-hidden" }, " unread"))
    : null;
  return h(
    "li",
    {},
    h(
      "button",
      {
        type: "button",
        class: unread ? "nav-item unread" : "nav-item",
        "aria-current": isHere ? "page" : null,
        "data-channel": id,
        onclick: open,
      },
      isChannel ? icon("hash") : avatar(name, true),
      h("span", { class: "nav-name" }, name),
      badge,
    ),
  );
}

function seatRow(seat) {
  const take = () => {
    closePanels("sidebar");
    goTo(seat.id);
  };
  const isMine = seat.id === state.seat;
  return h(
    "li",
    {},
    h(
      "button",
      {
        type: "button",
        class: "nav-item nav-seat",
        title: seat.about,
        "aria-pressed": String(isMine),
        "data-seat": seat.id,
        onclick: take,
      },
      avatar(seat.name),
      h("span", { class: "nav-name" }, seat.name, h("span", { class: "nav-title" }, seat.title)),
      isMine ? icon("check") : null,
    ),
  );
}

function title() {
  const { channels = [], dms = [] } = state.workspace ?? {};
  const unread = [...channels, ...dms].reduce((sum, each) => sum + each.unread, 0);
  return unread ? `(${unread}) UCB playground` : "UCB playground";
}

const words = (text) => ({ type: "plain_text", text });

const RESET = {
  title: words("Start afresh?"),
  text: words("Every message and every case of this playground is deleted, and the clock goes back to now."),
  confirm: words("Delete it all"),
  deny: words("Cancel"),
  style: "danger",
};

function resetButton() {
  const ask = async () => {
    if (await confirmed(RESET)) await orToast(api.reset);
  };
  return h("button", { type: "button", class: "quiet-button", onclick: ask }, icon("reset"), "Start afresh");
}
