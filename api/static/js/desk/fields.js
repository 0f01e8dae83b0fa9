// Parts of forms.
import { h } from "../dom.js";

export const field = (label, control, ...more) =>
  h("p", { class: "field" }, h("label", { for: control.id }, label), control, ...more);

export const select = (id, options, chosen, properties = {}) => h("select", { id, name: id, autocomplete: "off", ...properties },
  ...options.map(([value, text]) => h("option", { value, selected: value === chosen }, text)));

export const submit = (text) => h("button", { class: "primary", type: "submit" }, text);

export function form(onsubmit, ...children) {
  const element = h("form", { class: "stack" }, ...children);
  element.addEventListener("submit", (event) => { event.preventDefault(); onsubmit(element); });
  return element;
}
