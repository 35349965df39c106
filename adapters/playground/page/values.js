// What was entered in a view, and how it is kept when the view is drawn anew.

/** view.state.values: block id -> action id -> entry */
export function valuesOf(scope) {
  const values = {};
  for (const { blockId, actionId, read } of scope.fields) {
    values[blockId] = { ...values[blockId], [actionId]: read() };
  }
  return values;
}

const INITIAL = {
  value: "initial_value",
  selected_option: "initial_option",
  selected_options: "initial_options",
  selected_date: "initial_date",
  selected_time: "initial_time",
  selected_date_time: "initial_date_time",
};

/** The view, with what was entered in fields that are still there as their first values. */
export function keepEntered(view, values) {
  const kept = (element, blockId) => {
    const entered = values[blockId]?.[element?.action_id];
    if (!entered || entered.type !== element.type) return element;
    const [[key, value]] = Object.entries(entered).filter(([name]) => name !== "type");
    return { ...element, [INITIAL[key]]: value ?? undefined };
  };
  const blocks = view.blocks.map((block) => {
    const id = block.block_id;
    if (block.element) return { ...block, element: kept(block.element, id) };
    if (block.accessory) return { ...block, accessory: kept(block.accessory, id) };
    if (block.type === "actions") {
      return { ...block, elements: block.elements.map((element) => kept(element, id)) };
    }
    return block;
  });
  return { ...view, blocks };
}
