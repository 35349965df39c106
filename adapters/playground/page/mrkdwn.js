// Slack's mrkdwn as DOM nodes. Nothing written in it ever becomes markup of the page.

import { h } from "./dom.js";
import { emoji, withEmoji } from "./emoji.js";
import { longDay, shortDay, timeOf } from "./london.js";

/** Slack escapes these three characters and no other. */
export const unescape = (text) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** A Block Kit text object (or nothing) as nodes. `names`: see `names()` of the store. */
export function textObject(text, names) {
  if (!text) return [];
  if (text.type === "mrkdwn") return mrkdwn(text.text, names);
  return [plain(text)];
}

export function plain(text) {
  return unescape(text.emoji === false ? text.text : withEmoji(text.text));
}

const CODE_BLOCK = /```\n?([\s\S]+?)\n?```/g;

export function mrkdwn(text, names) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(CODE_BLOCK)) {
    nodes.push(...lines(text.slice(end, match.index).replace(/\n$/, ""), names));
    nodes.push(h("pre", {}, h("code", {}, unescape(match[1]))));
    end = match.index + match[0].length;
  }
  nodes.push(...lines(text.slice(end).replace(/^\n/, end ? "" : "$&"), names));
  return nodes;
}

const QUOTED = /^(?:>|&gt;)+ ?/;

/** Runs of quoted lines become a quotation, all others stay running text. */
function lines(text, names) {
  if (!text) return [];
  const runs = [];
  for (const line of text.split("\n")) {
    const quoted = QUOTED.test(line);
    if (runs.at(-1)?.quoted !== quoted) runs.push({ quoted, lines: [] });
    runs.at(-1).lines.push(quoted ? line.replace(QUOTED, "") : line);
  }
  return runs.flatMap((run) => {
    const nodes = inline(run.lines.join("\n"), names);
    return run.quoted ? [h("blockquote", {}, nodes)] : nodes;
  });
}

const emphasis = (mark, name) =>
  `(?<![\\p{L}\\p{N}${mark}])${mark}(?![\\s${mark}])(?<${name}>[^${mark}\\n]*[^${mark}\\s])${mark}(?![\\p{L}\\p{N}${mark}])`;

const TOKEN = new RegExp(
  [
    "`(?<code>[^`\\n]+)`",
    "<(?<angle>[^<>\\n]+)>",
    "(?<url>https?://[^\\s<>|\"]*[^\\s<>|\"'.,;:!?)\\]*_~])",
    emphasis("\\*", "bold"),
    emphasis("_", "italic"),
    emphasis("~", "strike"),
    ":(?<emoji>[a-z0-9_+\\-]+):",
  ].join("|"),
  "gu",
);

function inline(text, names) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > end) nodes.push(unescape(text.slice(end, match.index)));
    nodes.push(token(match.groups, names));
    end = match.index + match[0].length;
  }
  if (end < text.length) nodes.push(unescape(text.slice(end)));
  return nodes;
}

function token(found, names) {
  if (found.code !== undefined) return h("code", {}, unescape(found.code));
  if (found.angle !== undefined) return angle(found.angle, names);
  if (found.url !== undefined) return link(found.url, found.url);
  if (found.bold !== undefined) return h("strong", {}, inline(found.bold, names));
  if (found.italic !== undefined) return h("em", {}, inline(found.italic, names));
  if (found.strike !== undefined) return h("s", {}, inline(found.strike, names));
  return emoji(found.emoji);
}

/** What stands between < and >: a mention, a date or a link. */
function angle(inside, names) {
  const [target, label = ""] = inside.split(/\|(.*)/s);
  const rest = target.slice(1);
  if (target.startsWith("@")) return mention(`@${names.users[rest] ?? (label || rest)}`);
  if (target.startsWith("#")) return mention(`#${names.channels[rest] ?? (label || rest)}`);
  if (["!channel", "!here", "!everyone"].includes(target)) {
    return h("span", { class: "mention mention-all" }, `@${rest}`);
  }
  if (target.startsWith("!date^")) return date(target, label);
  if (target.startsWith("!")) return mention(unescape(label || target));
  return link(target, label || target.replace(/^mailto:/, ""));
}

const mention = (text) => h("span", { class: "mention" }, text);

export function link(target, label) {
  const address = unescape(target);
  const text = unescape(label);
  if (!/^(https?:\/\/|mailto:)/i.test(address)) return text === address ? `<${text}>` : text;
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text);
}

/** <!date^1392734382^{date_short} at {time}|fallback> */
function date(target, fallback) {
  const [, seconds, pattern = ""] = target.split("^");
  const moment = new Date(Number(seconds) * 1000);
  if (Number.isNaN(moment.valueOf())) return unescape(fallback);
  const text = pattern.replace(/\{(\w+)\}/g, (whole, part) => {
    if (part.startsWith("time")) return timeOf(moment);
    if (part.startsWith("date_short")) return shortDay(moment);
    return part.startsWith("date") ? longDay(moment) : whole;
  });
  return h("time", { datetime: moment.toISOString(), title: unescape(fallback) }, unescape(text));
}
