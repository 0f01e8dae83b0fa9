// A dialog of the page: a title, a button that closes it, and the focus back where it was.
import { h } from "../js/dom.js";
import { t } from "../js/words.js";

export function openSheet(host, title, ...content) {
  const from = document.activeElement;
  const close = h("button", { type: "button", onclick: () => dialog.close() }, t("close"));
  const dialog = h("dialog", { class: "narrow", "aria-labelledby": `${host.id}-title`, onclose: () => { host.replaceChildren(); from?.focus(); },
    onclick: (event) => event.target === dialog && dialog.close() },
  h("header", {}, h("h2", { id: `${host.id}-title` }, title), close), h("div", { class: "body" }, ...content));
  host.replaceChildren(dialog);
  dialog.showModal();
  return dialog;
}
