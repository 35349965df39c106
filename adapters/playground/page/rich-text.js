// The basics of Block Kit's rich_text.

import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { link } from "./mrkdwn.js";

export function richText(block, names) {
  return h("div", { class: "text" }, block.elements.map((element) => part(element, names)));
}

function part(element, names) {
  const inside = () => element.elements.map((each) => piece(each, names));
  switch (element.type) {
    case "rich_text_quote":
      return h("blockquote", {}, inside());
    case "rich_text_preformatted":
      return h("pre", {}, h("code", {}, inside()));
    case "rich_text_list": {
      const items = element.elements.map((each) => h("li", {}, part(each, names)));
      return h(element.style === "ordered" ? "ol" : "ul", {}, items);
    }
    default:
      return h("div", {}, inside());
  }
}

function piece(element, names) {
  switch (element.type) {
    case "text":
      return styled(element.text, element.style);
    case "link":
      return styled(link(element.url, element.text || element.url), element.style);
    case "user":
      return h("span", { class: "mention" }, `@${names.users[element.user_id] ?? element.user_id}`);
    case "channel":
      return h("span", { class: "mention" }, `#${names.channels[element.channel_id] ?? element.channel_id}`);
    case "broadcast":
      return h("span", { class: "mention mention-all" }, `@${element.range}`);
    case "emoji":
      return emoji(element.name);
    default:
      return "";
  }
}

const TAGS = { bold: "strong", italic: "em", strike: "s", code: "code" };

function styled(content, style = {}) {
  return Object.entries(TAGS).reduce(
    (inner, [name, tag]) => (style[name] ? h(tag, {}, inner) : inner),
    content,
  );
}
