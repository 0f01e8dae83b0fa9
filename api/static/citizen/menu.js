// The options: size of the letters, reading aloud, keeping the conversation, the way back to it, starting again, legal pages.
import { h } from "../js/dom.js";
import { t, words } from "../js/words.js";
import { always, canSpeak, setAlways } from "./aloud.js";
import { openSheet } from "./sheet.js";
import { setSize, size, SIZES } from "./text-size.js";

const PAGES = [["/privacidad", "privacy-page"], ["/aviso-legal", "legal-page"], ["/accesibilidad", "accessibility"]];

class Menu extends HTMLElement {
  show() {
    const item = (key) => h("button", { type: "button", class: "item", onclick: () => { dialog.close(); this.#ask(key); } }, t(key));
    const page = ([path, key]) => h("a", { class: "item", href: `${path}?language=${words().language}` }, t(key));
    const dialog = openSheet(this, t("menu"), this.#sizes(), canSpeak() && this.#aloud(),
      h("div", { class: "items" }, item("link"), item("download"), item("new")),
      h("nav", { class: "items", "aria-label": t("legal-links") }, ...PAGES.map(page)));
  }

  #ask(what) {
    this.dispatchEvent(new CustomEvent("ask", { bubbles: true, detail: { what } }));
  }

  #sizes() {
    const one = (value) => h("label", { class: "choice" },
      h("input", { type: "radio", name: "size", value, checked: value === size(), onchange: () => setSize(value) }), t(`size-${value}`));
    return h("fieldset", {}, h("legend", {}, t("text-size")), ...SIZES.map(one));
  }

  #aloud() {
    const input = h("input", { type: "checkbox", checked: always(), onchange: () => setAlways(input.checked) });
    return h("label", { class: "choice" }, input, t("read-aloud"));
  }
}

customElements.define("isac-menu", Menu);
