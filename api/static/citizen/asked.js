// What the citizen said, and how far it has come.
import { h } from "../js/dom.js";
import { moment, t } from "../js/words.js";

class Asked extends HTMLElement {
  // `text`: what was sent; `label`: what is shown of it.
  show({ text, label = text, at = new Date(), waiting = false }) {
    this.text = text;
    this.at = at;
    this.classList.toggle("waiting", waiting);
    this.replaceChildren(h("p", { class: "asked" }, h("span", { class: "hidden" }, `${t("you")}, ${moment(at)}: `), label));
    return this;
  }

  sent() {
    this.classList.remove("waiting");
  }

  // To a person: sent, delivered or read.
  set state(state) {
    this.querySelector(".state")?.remove();
    this.append(h("p", { class: "state", "data-state": state }, t(state)));
  }
}

customElements.define("isac-asked", Asked);
