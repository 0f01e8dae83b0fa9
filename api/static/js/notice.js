// What went wrong, as text or as pieces of it, and the button that mends it. An alert: it is read at once. A calm one only tells something.
import { h } from "./dom.js";

class Notice extends HTMLElement {
  show(text, label, action, { calm = false } = {}) {
    const button = label ? h("button", { type: "button", onclick: action }, label) : null;
    this.replaceChildren(h("div", { class: `notice${calm ? " calm" : ""}`, role: calm ? "status" : "alert" }, h("p", {}, ...[text].flat()), button));
  }

  hide() {
    this.replaceChildren();
  }
}

customElements.define("isac-notice", Notice);
