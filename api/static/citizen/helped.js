// Whether an answer helped: asked once, under the last one.
import { h } from "../js/dom.js";
import { t } from "../js/words.js";

export function helped(turn_id) {
  const answer = (value) => (event) => {
    event.target.dispatchEvent(new CustomEvent("helped", { bubbles: true, detail: { turn_id, helped: value } }));
    const said = h("span", { class: "helped", role: "status", tabindex: "-1" }, t("helped-thanks"));
    asked.replaceWith(said);
    said.focus();
  };
  const button = (key, value) => h("button", { type: "button", class: "small", onclick: answer(value), "aria-label": `${t("helped")} ${t(key)}` }, t(key));
  const asked = h("span", { class: "helped" }, h("span", { "aria-hidden": "true" }, t("helped")), button("yes", true), button("no", false));
  return asked;
}
