// What stands beside a conversation: help to answer, or what there was before with the person; one of both at a time.
import { h } from "../dom.js";
import { word } from "../call-words.js";

class Beside extends HTMLElement {
  #parts; #tabs;

  // `parts`: [name, label, element]; the first is shown.
  bind(parts) {
    this.#parts = new Map(parts.map(([name, , element]) => [name, element]));
    const tab = ([name, label]) => h("button", { type: "button", role: "tab", id: `beside-${name}`, "aria-controls": `beside-${name}-part`,
      onclick: () => this.show(name) }, label, " ", h("span", { class: "count" }));
    this.#tabs = new Map(parts.map((part) => [part[0], tab(part)]));
    for (const [name, element] of this.#parts) {
      const named = { role: "tabpanel", id: `beside-${name}-part`, "aria-labelledby": `beside-${name}` };
      for (const [key, value] of Object.entries(named)) element.setAttribute(key, value);
    }
    const list = h("div", { class: "beside-tabs", role: "tablist", "aria-label": word("side") }, ...this.#tabs.values());
    list.addEventListener("keydown", (event) => this.#step(event));
    this.replaceChildren(list, ...this.#parts.values());
    this.show(parts[0][0]);
  }

  get shown() {
    return [...this.#parts.keys()].find((name) => !this.#parts.get(name).hidden);
  }

  // Event: `shown`.
  show(name) {
    for (const [other, tab] of this.#tabs) {
      tab.setAttribute("aria-selected", String(other === name));
      tab.tabIndex = other === name ? 0 : -1;
      this.#parts.get(other).hidden = other !== name;
    }
    this.dispatchEvent(new Event("shown"));
  }

  focus() {
    this.#tabs.get(this.shown).focus();
  }

  // What is in a part that is not looked at; `alarms`: it cannot wait.
  mark(name, text, alarms = false) {
    const count = this.#tabs.get(name).querySelector(".count");
    count.textContent = text;
    count.classList.toggle("alarm", alarms);
  }

  #step(event) {
    if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    const names = [...this.#tabs.keys()], by = event.key === "ArrowRight" ? 1 : names.length - 1;
    this.show(names[(names.indexOf(this.shown) + by) % names.length]);
    this.focus();
  }
}

customElements.define("isac-beside", Beside);
