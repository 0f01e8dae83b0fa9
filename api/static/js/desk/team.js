// For supervisors: who is there, who waits, for how long.
import { h } from "../dom.js";
import { word } from "../call-words.js";
import { since, wait } from "./moments.js";
import { about, alarm, marks } from "./person.js";

class Team extends HTMLElement {
  show({ present, counts, waiting }) {
    const figure = (label, value, style) => h("div", { class: style }, h("dt", {}, label), h("dd", {}, String(value)));
    const free = present.filter(({ state }) => state === "available").length;
    this.replaceChildren(h("h2", { id: "team-title", tabindex: -1 }, word("team-title")),
      h("dl", { class: "figures" }, figure(word("team-waiting"), counts.total), figure(word("team-urgent"), counts.urgent, counts.urgent ? "bad" : null),
        figure(word("team-longest"), counts.total ? wait(counts.longest_s ?? 0) : "–"), figure(word("team-free"), `${free} / ${present.length}`)),
      present.length ? this.#table(present) : h("p", { class: "rest" }, word("team-none")),
      h("h2", { class: "part" }, word("team-queue")),
      waiting.length ? h("ol", { class: "cases flat" }, ...waiting.map((one) => h("li", { class: "waits" },
        h("span", { class: "about" }, alarm(one), about(one)), marks(one, since(one.created_at))))) :
        h("p", { class: "rest" }, word("waiting-none")));
  }

  #table(present) {
    const heads = ["who", "state", "holds", "languages", "units"].map((key) => h("th", { scope: "col" }, word(`team-${key}`)));
    const row = ({ name, who, state, holds, most, languages, units, supervisor }) => h("tr", {},
      h("th", { scope: "row" }, name ?? who, supervisor ? h("span", { class: "rest" }, ` · ${word("team-supervises")}`) : null),
      h("td", {}, h("span", { class: "state-of", "data-state": state }, word(`state-${state}`))), h("td", {}, `${holds ?? 0} / ${most ?? 1}`),
      h("td", {}, languages.join(", ")), h("td", {}, units.length ? units.join("; ") : word("team-all")));
    return h("div", { class: "scrolls", tabindex: 0, role: "group", "aria-label": word("team-title") },
      h("table", { class: "grid" }, h("thead", {}, h("tr", {}, ...heads)), h("tbody", {}, ...present.map(row))));
  }
}

customElements.define("isac-team", Team);
