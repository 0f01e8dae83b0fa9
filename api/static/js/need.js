// What the person of a call needs, the unit it belongs to, why, and what to do, with the urgent told in words.
import { h } from "./dom.js";
import { word } from "./call-words.js";

class Need extends HTMLElement {
  show(need) {
    if (!need) return this.replaceChildren();
    const row = (name, text) => h("div", {}, h("dt", {}, word(name)), h("dd", {}, text));
    const { todo, link } = need.route;
    const online = link ? row("online", h("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, new URL(link).host)) : null;
    const alarm = need.urgent ? [h("strong", { class: "alarm" }, word("urgent")), " "] : [];
    this.replaceChildren(h("section", { class: need.urgent ? "card need urgent" : "card need" },
      h("h3", {}, ...alarm, word("need")), need.name ? h("p", { class: "what" }, need.name) : null,
      h("dl", {}, row("unit", need.unit), row("reason", need.reason), todo ? row("route", todo) : null, online)));
  }
}

customElements.define("isac-need", Need);
