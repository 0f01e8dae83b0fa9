// What a person of the staff wrote.
import { h } from "../js/dom.js";
import { inline } from "../js/text.js";
import { t } from "../js/words.js";
import { aloudButton } from "./aloud.js";
import { by } from "./by.js";

class Agent extends HTMLElement {
  show({ text, name, at, language, translation }) {
    const who = name ?? t("staff");
    this.tabIndex = -1;
    this.replaceChildren(by(h("span", { class: "face", "aria-hidden": "true" }, [...who][0]), who, at, aloudButton(() => text)),
      h("div", { class: "said", lang: language ?? null }, ...inline(text)), h("div", { class: "translation" }));
    if (translation) this.translate(translation);
    return this;
  }

  // By a machine; without text there is none that could be shown.
  translate({ language, text }) {
    this.querySelector(".translation").replaceChildren(h("p", { class: "by" }, t(text ? "translated" : "untranslated")),
      ...(text ? [h("p", { lang: language }, ...inline(text))] : []));
  }
}

customElements.define("isac-agent", Agent);
