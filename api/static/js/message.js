// One bubble of the conversation.
import { h } from "./dom.js";
import { richText } from "./text.js";
import { t, words } from "./words.js";

class Message extends HTMLElement {
  asked(text, { waiting = false } = {}) {
    this.className = `asked${waiting ? " waiting" : ""}`;
    this.replaceChildren(h("span", { class: "hidden" }, `${t("you")}: `), text);
    return this;
  }

  said({ text, kind, citations }) {
    this.className = `said kind-${kind}`;
    this.lang = words().language;
    this.tabIndex = -1;
    const show = (citation, from) => document.getElementById("citation").show(citation, from);
    this.replaceChildren(h("span", { class: "hidden" }, `${t("assistant")}: `), ...richText(text, citations, show));
    return this;
  }
}

customElements.define("isac-message", Message);
