// What is over, folded behind a button that shows it again. Nothing moves in the page: it would be read out once more.
import { h } from "../js/dom.js";

const toggle = (elements, label) => {
  const button = h("button", { type: "button", class: "past", "aria-expanded": "false", onclick: () => {
    const open = button.getAttribute("aria-expanded") === "false";
    button.setAttribute("aria-expanded", String(open));
    for (const element of elements) element.classList.toggle("over", !open);
  } }, label);
  for (const element of elements) element.classList.add("over");
  return button;
};

// The parts of one element.
export function fold(element, label) {
  if (element.querySelector(":scope > .past")) return;
  for (const button of element.querySelectorAll(".card button")) button.disabled = true;
  element.prepend(toggle([...element.children], label));
}

// Several that follow each other.
export const foldAll = (elements, label) => elements.length && elements[0].before(toggle(elements, label));
