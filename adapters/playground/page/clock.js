// The workspace's clock, and where it can be moved to.

import { api } from "./api.js";
import { announce, h, redraw } from "./dom.js";
import { icon } from "./icons.js";
import { longMoment, shortMoment } from "./london.js";
import { state, watch } from "./store.js";
import { refreshWorkspace } from "./sync.js";
import { orToast } from "./toast.js";

const DAY = 24 * 60 * 60 * 1000;
const STEPS = [
  ["1 day", DAY],
  ["1 week", 7 * DAY],
  ["4 weeks", 28 * DAY],
];

let ahead = 0; // milliseconds the workspace's clock is ahead of this machine's

const now = () => new Date(Date.now() + ahead);

export function clockButton() {
  const chip = h("span", { class: "clock-time" });
  const button = h(
    "button",
    {
      type: "button",
      class: "head-button clock-button",
      popovertarget: "clock",
      "aria-describedby": "clock-about",
    },
    icon("clock"),
    h("span", { class: "visually-hidden" }, "Clock: "),
    chip,
  );
  const tick = () => {
    if (state.workspace) chip.textContent = shortMoment(now());
  };
  watch(["workspace"], () => {
    if (!state.workspace) return;
    const { clock } = state.workspace;
    ahead = Date.parse(clock.now) - Date.now();
    button.classList.toggle("shifted", clock.shifted);
    tick();
  });
  setInterval(tick, 5000);
  return h("div", { class: "clock" }, button, clockPanel(button));
}

function clockPanel(button) {
  const big = h("p", { class: "clock-big" });
  const about = h("p", { class: "small", id: "clock-about" });
  const jumps = h("div", { class: "clock-jumps" });
  const steps = STEPS.map(([label, by]) =>
    h(
      "button",
      { type: "button", class: "button", onclick: () => moveTo(new Date(now().valueOf() + by)) },
      label,
    ),
  );
  const panel = h(
    "div",
    { id: "clock", class: "clock-panel", popover: "auto", role: "dialog", "aria-label": "Workspace clock" },
    h("h3", {}, "The workspace’s clock"),
    big,
    about,
    h("h4", {}, "Jump to"),
    jumps,
    h("h4", {}, "Move ahead by"),
    h("div", { class: "clock-steps" }, steps),
    h("p", { class: "small" }, "Time goes forward only. “Start afresh” brings the clock back to now."),
  );
  watch(["workspace"], () => {
    const clock = state.workspace?.clock;
    if (!clock) return;
    big.textContent = longMoment(now());
    about.textContent = clock.shifted
      ? "Moved. Reminders that have become due meanwhile are sent at once."
      : "The real time. Move it to see reminders now rather than in weeks.";
    redraw(jumps, clock.jumps.length ? clock.jumps.map(jump) : [noJumps()]);
  });
  panel.addEventListener("toggle", (event) => {
    if (event.newState !== "open") return;
    const at = button.getBoundingClientRect();
    panel.style.top = `${at.bottom + 6}px`;
    const most = innerWidth - panel.offsetWidth - 8;
    panel.style.right = `${Math.max(8, Math.min(innerWidth - at.right, most))}px`;
    refreshWorkspace();
  });
  return panel;

  async function moveTo(moment) {
    panel.setAttribute("aria-busy", "true");
    const answer = await orToast(() => api.setClock(moment.toISOString()));
    panel.removeAttribute("aria-busy");
    if (!answer) return;
    announce(`The workspace’s clock now shows ${longMoment(new Date(answer.now))}.`);
    await refreshWorkspace();
  }

  function jump({ label, to }) {
    return h(
      "button",
      { type: "button", class: "jump", onclick: () => moveTo(new Date(to)) },
      h("span", {}, label),
      h("span", { class: "jump-when" }, longMoment(new Date(to))),
    );
  }
}

const noJumps = () => h("p", { class: "small" }, "Once a review date is set, you can jump to it here.");
