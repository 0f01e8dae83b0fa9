// What one can ask about, to begin with. The administration names them.
import { h } from "../js/dom.js";
import { t, words } from "../js/words.js";

class Topics extends HTMLElement {
  connectedCallback() {
    this.#draw();
    document.addEventListener("words", () => this.#draw());
  }

  #draw() {
    const ask = (text) => () => this.dispatchEvent(new CustomEvent("choose", { bubbles: true, detail: { text } }));
    const items = words().topics.map(({ name, ask: text }) => h("li", {}, h("button", { type: "button", onclick: ask(text) }, name)));
    this.hidden = !items.length;
    this.replaceChildren(h("section", { class: "topics", "aria-labelledby": "topics-title" }, h("h2", { id: "topics-title" }, t("topics")),
      h("p", {}, t("topics-hint")), h("ul", {}, ...items)));
  }
}

customElements.define("isac-topics", Topics);
