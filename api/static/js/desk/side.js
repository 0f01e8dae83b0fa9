// Beside the conversation: what helps to answer, or a form. Both are never wanted at once, and neither covers what is said.
import { h } from "../dom.js";
import { word } from "../call-words.js";

class Side extends HTMLElement {
  #help; #form = null; #opener = null;

  // `help`: what is there when no form is.
  bind(help) {
    this.#help = help;
    this.replaceChildren(help);
  }

  // A form with a title. It has the focus, which goes back when it is left; `quiet`, it comes by itself and takes none.
  open(title, form, { quiet = false } = {}) {
    this.#opener ??= quiet ? null : document.activeElement;
    this.#form = form;
    const heading = h("h2", { class: "part", tabindex: -1 }, title);
    const leave = () => this.back();
    const section = h("section", { class: "form", "aria-label": title },
      h("header", { class: "form-head" }, heading, h("button", { type: "button", class: "plain", onclick: leave }, word("back"))), form);
    section.addEventListener("keydown", (event) => { if (event.key === "Escape") leave(); });
    this.#help.hidden = true;
    this.replaceChildren(this.#help, section);
    if (quiet) return;
    heading.focus();
    this.dispatchEvent(new Event("open"));
  }

  get isOpen() {
    return this.#form !== null;
  }

  back() {
    if (!this.#form) return;
    this.#form = null;
    this.#help.hidden = false;
    this.replaceChildren(this.#help);
    if (this.#opener?.isConnected) this.#opener.focus();
    this.#opener = null;
    this.dispatchEvent(new Event("back"));
  }
}

customElements.define("isac-side", Side);
