// What went wrong and the button that mends it. An alert: it is read at once. A calm one only tells something.
import { h } from "./dom.js";

class Notice extends HTMLElement {
  show(text, label, action, { calm = false } = {}) {
    const button = label ? h("button", { type: "button", onclick: action }, label) : null;
    this.replaceChildren(h("div", { class: `notice${calm ? " calm" : ""}`, role: calm ? "status" : "alert" }, h("p", {}, text), button));
  }

  hide() {
    this.replaceChildren();
  }
}

customElements.define("isac-notice", Notice);
