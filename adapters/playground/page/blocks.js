// Block Kit's blocks as DOM nodes.

import { h, uniqueId } from "./dom.js";
import { dispatchOnChange, image, renderElement } from "./elements.js";
import { renderInput } from "./inputs.js";
import { mrkdwn, plain, textObject } from "./mrkdwn.js";
import { richText } from "./rich-text.js";

const BLOCKS = {
  actions,
  context,
  divider: () => h("hr"),
  header: (block) => h("h3", { class: "block-header", dir: "auto" }, plain(block.text)),
  image: (block) => h("figure", {}, image(block).node, caption(block)),
  input: renderInput,
  markdown: (block, scope) => h("div", { class: "text" }, mrkdwn(block.text, scope.names)),
  rich_text: (block, scope) => richText(block, scope.names),
  section,
};

/**
 * A scope is where blocks stand: {names, fields, send(blockId, action), options(blockId, actionId,
 * query)}. Rendering fills `fields` with everything that holds a value.
 */
export function renderBlocks(blocks, scope) {
  return blocks.map((block) => {
    const render = BLOCKS[block.type] ?? unknown;
    const node = render(block, scope);
    node.classList.add("block", `block-${block.type.replace("_", "-")}`);
    return node;
  });
}

const caption = (block) => (block.title ? h("figcaption", {}, plain(block.title)) : null);

function section(block, scope) {
  const words = h("div", { class: "section-words" });
  if (block.text) words.append(h("div", { class: "text", dir: "auto" }, textObject(block.text, scope.names)));
  if (block.fields) {
    const fields = block.fields.map((field) =>
      h("div", { class: "text", dir: "auto" }, textObject(field, scope.names)),
    );
    words.append(h("div", { class: "section-fields" }, fields));
  }
  const node = h("div", {}, words);
  if (block.accessory) node.append(active(block.accessory, block, scope));
  return node;
}

function context(block, scope) {
  const parts = block.elements.map((element) =>
    element.type === "image"
      ? image(element).node
      : h("span", { class: "text", dir: "auto" }, textObject(element, scope.names)),
  );
  return h("div", {}, parts);
}

function actions(block, scope) {
  return h("div", {}, block.elements.map((element) => active(element, block, scope)));
}

/** An element outside of an input block tells the app whatever is done with it. */
function active(element, block, scope) {
  const label = element.placeholder ? plain(element.placeholder) : null;
  const setting = { scope, blockId: block.block_id, id: uniqueId("element"), label };
  const rendered = renderElement(element, setting);
  if (rendered.read) dispatchOnChange(element, rendered, setting);
  return rendered.node;
}

function unknown(block) {
  return h("p", { class: "unsupported" }, `The playground cannot show “${block.type}”.`);
}
