// The panel that shows a quote where it stands.
import { h } from "./dom.js";
import * as http from "./http.js";
import { t } from "./words.js";

class Citation extends HTMLElement {
  #opener = null;

  async show(citation, opener) {
    this.#opener = opener;
    this.#draw(citation, { before: "", after: "" });
    try {
      const page = await http.citation(citation.id);
      if (this.#dialog?.open) this.#draw(page, page.context);
    } catch {
      // The quote itself came with the answer; only the text around it is missing.
    }
  }

  get #dialog() {
    return this.querySelector("dialog");
  }

  #draw(citation, { before, after }) {
    const close = h("button", { type: "button", onclick: () => this.#dialog.close() }, t("close"));
    const content = [
      h("header", {}, h("h2", { id: "citation-title" }, t("quote")), close),
      h("blockquote", { class: "quote" }, before, h("mark", {}, citation.quote), after),
      h("div", { class: "origin" }, h("p", {}, citation.source_title ?? ""), ...this.#dates(citation),
        h("p", {}, h("a", { href: citation.source_url, target: "_blank", rel: "noopener noreferrer" }, t("open-source")))),
    ];
    if (this.#dialog?.open) {
      const focused = this.contains(document.activeElement);
      this.#dialog.replaceChildren(...content);
      if (focused) close.focus();
    } else {
      const dialog = h("dialog", { "aria-labelledby": "citation-title", onclose: () => this.#opener?.focus(),
        onclick: (event) => event.target === dialog && dialog.close() }, ...content);
      this.replaceChildren(dialog);
      dialog.showModal();
    }
    this.querySelector("mark").scrollIntoView({ block: "nearest" });
  }

  #dates({ valid_from: from, valid_from_text: fromText, valid_to: to, valid_to_text: toText }) {
    return [[fromText ?? from, "valid-from"], [toText ?? to, "valid-to"]].filter(([day]) => day)
      .map(([day, key]) => h("p", {}, `${t(key)}: ${day}`));
  }
}

customElements.define("isac-citation", Citation);
