// The panel that shows a source: its words where they stand, or that they are not held here, and the link to it.
import { h } from "./dom.js";
import * as http from "./http.js";
import { t, words } from "./words.js";

class Citation extends HTMLElement {
  #opener = null;

  async show(citation, opener) {
    this.#opener = opener;
    this.#draw(citation, { before: "", after: "" });
    try {
      const page = await http.citation(citation.id);
      if (this.#dialog?.open) this.#draw(page, page.context);
    } catch {
      // The words themselves came with the answer; only the text around them is missing.
    }
  }

  get #dialog() {
    return this.querySelector("dialog");
  }

  #draw(citation, { before, after }) {
    const close = h("button", { type: "button", onclick: () => this.#dialog.close() }, t("close"));
    const content = [
      h("header", {}, h("h2", { id: "citation-title" }, t(citation.held ? "quote" : "source")), close),
      citation.held
        ? h("blockquote", { class: "quote", lang: citation.quote_language }, before, h("mark", {}, citation.quote), after)
        : h("p", { class: "not-held" }, t("not-held")),
      h("div", { class: "origin" }, h("p", {}, citation.source_title ?? ""), ...this.#details(citation),
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
    this.querySelector("mark")?.scrollIntoView({ block: "nearest" });
  }

  // Days in words once the page of the citation is there; as the answer gave them until then.
  #details(citation) {
    const days = ["version", "since", "retrieved", "valid_from", "valid_to"]
      .map((name) => [name.replace("_", "-"), citation[`${name}_text`] ?? citation[name]]);
    const { language, languages } = words();
    const foreign = citation.quote_language && citation.quote_language !== language;
    const spoken = foreign && languages.find(({ code }) => code === citation.quote_language)?.name;
    return [...days, ["quote-language", spoken]].filter(([, value]) => value)
      .map(([key, value]) => h("p", {}, `${t(key)}: ${value}`));
  }
}

customElements.define("isac-citation", Citation);
