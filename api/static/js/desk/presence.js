// What this agent is doing and what they attend to.
import { h } from "../dom.js";
import { word } from "../call-words.js";
import { choices } from "./names.js";

const STATES = ["available", "busy", "after_contact", "away"];

class Presence extends HTMLElement {
  #station; #select;

  // `work`: does what changes the station, and tells what goes wrong.
  bind(station, work) {
    this.#station = station;
    this.#select = h("select", { id: "state", "aria-label": word("presence"), autocomplete: "off",
      onchange: () => work(() => station.set({ state: this.#select.value })) },
      ...STATES.map((state) => h("option", { value: state }, word(`state-${state}`))));
    this.replaceChildren(h("span", { class: "lamp", "aria-hidden": "true" }), this.#select, this.#serving(work));
    station.addEventListener("change", () => this.draw());
    this.draw();
  }

  draw() {
    const { state } = this.#station.wish;
    this.#select.value = state;
    this.dataset.state = state;
  }

  #serving(work) {
    const { languages, units, most, name } = this.#station.wish;
    const box = (kind, value, text, on, lang) => h("label", { lang },
      h("input", { type: "checkbox", name: kind, value, checked: on }), " ", text);
    const form = h("form", { class: "serving card" },
      h("p", { class: "field" }, h("label", { for: "shown-name" }, word("serving-shown")),
        h("input", { id: "shown-name", name: "name", value: name ?? this.#station.me?.name ?? "", maxlength: 60 })),
      h("fieldset", { class: "choice" }, h("legend", {}, word("serving-languages")),
        ...choices().languages.map(({ id, name: own }) => box("languages", id, own, languages.includes(id), id))),
      h("fieldset", { class: "choice tall" }, h("legend", {}, word("serving-units")), h("p", { class: "rest" }, word("serving-all")),
        ...choices().units.map((unit) => box("units", unit, unit, units.includes(unit)))),
      h("p", { class: "field" }, h("label", { for: "most" }, word("serving-most")),
        h("input", { id: "most", name: "most", type: "number", min: 1, max: 5, value: most })),
      h("button", { class: "primary", type: "submit" }, word("save")));
    const details = h("details", { class: "pop" }, h("summary", { class: "quiet" }, word("serving")), form);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = new FormData(form);
      details.open = false;
      details.firstElementChild.focus();
      work(() => this.#station.set({ name: chosen.get("name").trim() || undefined, languages: chosen.getAll("languages"),
        units: chosen.getAll("units"), most: Number(chosen.get("most")) || 1 }));
    });
    details.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      details.firstElementChild.focus();
    });
    return details;
  }
}

customElements.define("isac-presence", Presence);
