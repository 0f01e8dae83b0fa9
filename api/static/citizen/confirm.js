// Asks before something is lost. Resolves to whether it may be.
import { h } from "../js/dom.js";
import { t } from "../js/words.js";
import { openSheet } from "./sheet.js";

class Confirm extends HTMLElement {
  ask(title, ...lines) {
    return new Promise((decided) => {
      const button = (label, style, answer) => h("button", { type: "button", class: style, onclick: () => { decided(answer); dialog.close(); } }, label);
      const dialog = openSheet(this, title, ...lines, h("div", { class: "row" }, button(t("keep-on"), "primary", false), button(t("new"), "ghost", true)));
      dialog.addEventListener("close", () => decided(false));
    });
  }
}

customElements.define("isac-confirm", Confirm);
