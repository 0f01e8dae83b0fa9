// What went wrong and the button that mends it. An alert: it is read at once.
import { h } from "./dom.js";

class Notice extends HTMLElement {
  show(text, label, action) {
    const button = label ? h("button", { type: "button", onclick: action }, label) : null;
    this.replaceChildren(h("div", { class: "notice", role: "alert" }, h("p", {}, text), ...(button ? [button] : [])));
  }

  hide() {
    this.replaceChildren();
  }
}

customElements.define("isac-notice", Notice);
