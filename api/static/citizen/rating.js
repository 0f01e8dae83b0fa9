// After a person has ended it: how was it? Never asked twice, never in the way.
import { h } from "../js/dom.js";
import { t } from "../js/words.js";

class Rating extends HTMLElement {
  show() {
    const faces = [1, 2, 3, 4, 5].map((score) => h("label", { class: "choice" },
      h("input", { type: "radio", name: "score", value: score, required: true }), t(`rate-${score}`)));
    const text = h("textarea", { id: "rating-text", rows: 2, maxlength: 1000 });
    const form = h("form", { class: "card rating", onsubmit: (event) => this.#send(event, form, text) },
      h("fieldset", { class: "faces" }, h("legend", { class: "hidden" }, t("rate")), ...faces),
      h("label", { class: "text", for: "rating-text" }, t("rate-text")), text,
      h("div", { class: "actions" }, h("button", { class: "primary", type: "submit" }, t("rate-send"))));
    form.prepend(h("h4", {}, t("rate")));
    this.replaceChildren(form);
    return this;
  }

  #send(event, form, text) {
    event.preventDefault();
    const score = Number(new FormData(form).get("score"));
    const detail = { score, ...(text.value.trim() ? { text: text.value.trim() } : {}) };
    this.dispatchEvent(new CustomEvent("rated", { bubbles: true, detail }));
    const thanks = h("p", { class: "happened", role: "status", tabindex: "-1" }, t("rate-thanks"));
    this.replaceChildren(thanks);
    thanks.focus();
  }
}

customElements.define("isac-rating", Rating);
