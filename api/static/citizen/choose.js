// A button of a card was pressed: says what it sends, as an event of the page.
export const choose = (element, text) =>
  element.dispatchEvent(new CustomEvent("choose", { bubbles: true, detail: { text, from: element } }));
