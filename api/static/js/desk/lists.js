// What this agent has, and who waits.
import { h } from "../dom.js";
import { word } from "../call-words.js";
import { Calm } from "../calm.js";
import { since } from "./moments.js";
import { about, alarm, marks } from "./person.js";

const SHOWN = 20;

class Mine extends HTMLElement {
  // Event: `pick` with the id of the hand-off.
  show(conversations, front) {
    const focused = document.activeElement?.dataset?.id;
    const item = (one) => h("li", {}, h("button", { type: "button", class: "case", "data-id": one.handOff.id, "aria-current": one === front && "true",
      onclick: () => this.dispatchEvent(new CustomEvent("pick", { detail: one.handOff.id })) },
      h("span", { class: "about" }, alarm(one.handOff), about(one.handOff)), marks(one.handOff, ...(one.reads ? [word("consult-lines")] : [])),
      one.unread ? h("span", { class: "unread" }, h("span", { "aria-hidden": "true" }, String(one.unread)),
        h("span", { class: "hidden" }, `${one.unread} ${word("unread")}`)) : null));
    const list = conversations.length ? h("ul", { class: "cases" }, ...conversations.map(item)) : h("p", { class: "rest" }, word("mine-none"));
    this.replaceChildren(list);
    if (focused) this.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus();
  }
}

class Waiting extends HTMLElement {
  #entries = []; #total = 0; #calm; #late;

  connectedCallback() {
    this.#late = h("p", { class: "late", role: "status" });
    const list = h("div");
    this.replaceChildren(list, this.#late);
    this.#calm = new Calm(list, () => list.replaceChildren(this.#list()), (waits) => { this.#late.textContent = waits ? word("waiting-new") : ""; });
  }

  // Event: `take` with the hand-off.
  show(entries, total) {
    this.#entries = entries;
    this.#total = total;
    this.#calm.draw();
  }

  #list() {
    if (!this.#entries.length) return h("p", { class: "rest" }, word("waiting-none"));
    const item = (entry) => h("li", { class: "waits" },
      h("span", { class: "about" }, alarm(entry), about(entry)), marks(entry, since(entry.created_at)),
      h("button", { type: "button", class: "quiet", "aria-label": `${word("attend")}: ${about(entry)}`,
        onclick: () => this.dispatchEvent(new CustomEvent("take", { detail: entry })) }, word("attend")));
    const more = this.#total - Math.min(SHOWN, this.#entries.length);
    const list = h("ol", { class: "cases" }, ...this.#entries.slice(0, SHOWN).map(item));
    return more > 0 ? h("div", {}, list, h("p", { class: "rest" }, `${word("more-waiting")} ${more}`)) : list;
  }
}

customElements.define("isac-mine", Mine);
customElements.define("isac-waiting", Waiting);
