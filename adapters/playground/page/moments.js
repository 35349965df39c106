// Dates and times. A date and time together is entered as London's clock shows it.

import { h } from "./dom.js";
import { momentOf, wallClock } from "./london.js";

const input = (type, { id, label }, value) =>
  h("input", { id, type, class: "moment-input", "aria-label": label, value: value ?? "" });

export function dateInput(element, setting) {
  const control = input("date", setting, element.initial_date);
  return moment(control, () => ({ type: "datepicker", selected_date: control.value || null }));
}

export function timeInput(element, setting) {
  const control = input("time", setting, element.initial_time);
  return moment(control, () => ({ type: "timepicker", selected_time: control.value || null }));
}

export function momentInput(element, setting) {
  const start = element.initial_date_time;
  const control = input("datetime-local", setting, start && wallClock(new Date(start * 1000)));
  return moment(control, () => ({
    type: "datetimepicker",
    selected_date_time: control.value ? momentOf(control.value).valueOf() / 1000 : null,
  }));
}

function moment(control, read) {
  const problem = () => (control.validity.badInput ? "Enter the whole date or time." : "");
  return { node: control, control, read, problem };
}
