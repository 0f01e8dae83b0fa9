// Writing to the person. What is written stays with its conversation until it is sent.
import { h } from "../dom.js";
import { languageName, word } from "../call-words.js";

class Composer extends HTMLElement {
  #box; #hint; #conversation = null; #language = null;

  connectedCallback() {
    this.#hint = h("p", { id: "write-hint", class: "foreign" });
    this.#box = h("textarea", { id: "write", rows: 2, "aria-describedby": "write-hint", autocomplete: "off" });
    this.replaceChildren(this.#hint, h("form", { class: "write", onsubmit: (event) => { event.preventDefault(); this.#send(); } },
      h("label", { for: "write", class: "hidden" }, word("write")), this.#box, h("button", { class: "send", type: "submit" }, word("send"))));
    this.#box.placeholder = word("write");
    this.#box.addEventListener("input", () => this.#note());
    this.#box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.altKey || event.isComposing) return;
      event.preventDefault();
      this.#send();
    });
  }

  // Events: `say` with the text; `writing`.
  show(conversation) {
    this.hidden = !conversation || conversation.reads;
    const language = conversation?.handOff.language ?? null, isNew = this.#conversation !== conversation;
    if (!isNew && this.#language === language) return;
    this.#conversation = conversation;
    this.#language = language;
    if (!conversation) return;
    const foreign = language !== document.documentElement.lang;
    this.#hint.hidden = !foreign;
    this.#hint.replaceChildren(h("strong", {}, word("speaks"), " ", languageName(language), "."), " ", word("foreign"));
    this.#box.lang = language;
    if (isNew) this.#box.value = conversation.draft;
    this.#grow();
  }

  // Put where one writes, to be read over and changed before it is sent; after what is there already.
  insert(text) {
    const before = this.#box.value.trim();
    this.#box.value = before ? `${before}\n${text}` : text;
    this.#note();
    this.focus();
    this.#box.setSelectionRange(this.#box.value.length, this.#box.value.length);
  }

  focus() {
    this.#box.focus();
  }

  #note() {
    if (this.#conversation) this.#conversation.draft = this.#box.value;
    this.#grow();
    this.dispatchEvent(new Event("writing"));
  }

  #send() {
    const text = this.#box.value.trim();
    if (!text) return;
    this.#box.value = "";
    this.#note();
    this.dispatchEvent(new CustomEvent("say", { detail: text }));
  }

  #grow() {
    this.#box.style.height = "auto";
    this.#box.style.height = `${Math.min(this.#box.scrollHeight + 3, 192)}px`;
  }
}

customElements.define("isac-composer", Composer);
