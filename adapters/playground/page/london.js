// Times as the clock on the wall in London shows them.

const ZONE = "Europe/London";
const format = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, ...options });

const TIME = format({ hour: "2-digit", minute: "2-digit" });
const SHORT_DAY = format({ weekday: "short", day: "numeric", month: "short" });
const LONG_DAY = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const PARTS = format({
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

// Some browsers put a comma after the weekday, others do not.
const withoutCommas = (text) => text.replaceAll(",", "");

export const timeOf = (moment) => TIME.format(moment);
export const shortDay = (moment) => withoutCommas(SHORT_DAY.format(moment));
export const longDay = (moment) => withoutCommas(LONG_DAY.format(moment));
export const longMoment = (moment) => `${longDay(moment)}, ${timeOf(moment)}`;
export const shortMoment = (moment) => `${shortDay(moment)}, ${timeOf(moment)}`;

/** "2026-03-01T14:30", as date and time inputs write it. */
export function wallClock(moment) {
  const part = Object.fromEntries(PARTS.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

export const dayOf = (moment) => wallClock(moment).slice(0, 10);

/** The moment at which the clock shows `wall`; the earlier one where it shows it twice. */
export function momentOf(wall) {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return null;
  for (const offset of [60, 0]) {
    const moment = new Date(asUtc - offset * 60_000);
    if (wallClock(moment) === wall.slice(0, 16)) return moment;
  }
  return new Date(asUtc);
}
