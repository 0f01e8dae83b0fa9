// A button of a card was pressed: says what it sends, as an event of the page.
export const choose = (element, text) =>
  element.dispatchEvent(new CustomEvent("choose", { bubbles: true, detail: { text, from: element } }));

// A card that was used, folded: to be read, not to be pressed.
export function fold(element, label, h) {
  for (const button of element.querySelectorAll("button")) button.disabled = true;
  element.replaceChildren(h("details", { class: "past" }, h("summary", {}, label), ...element.childNodes));
}
