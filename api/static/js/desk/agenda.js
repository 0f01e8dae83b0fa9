// The day of an office: who has an appointment, and who came.
import { h } from "../dom.js";
import { word } from "../call-words.js";
import * as api from "./api.js";
import { field, form, select, submit } from "./fields.js";
import { officeHour } from "./moments.js";
import { choices, matterName } from "./names.js";

const KEY = "isac.desk.office";
const MARKS = ["attended", "no_show"];

function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(office) {
  try {
    localStorage.setItem(KEY, office);
  } catch {
    // Chosen again tomorrow.
  }
}

class Agenda extends HTMLElement {
  #list; #work;

  // `work`: does it and tells what goes wrong.
  bind(work) {
    this.#work = work;
    const office = select("agenda-office", choices().offices.map(({ id, name }) => [id, name]), kept());
    const day = h("input", { id: "agenda-day", type: "date", value: new Date().toLocaleDateString("sv") });
    this.#list = h("div", { role: "status" });
    const show = () => work(() => { keep(office.value); return this.#read(office.value, day.value); });
    this.replaceChildren(h("h2", { id: "agenda-title", tabindex: -1 }, word("agenda-title")),
      form(show, h("div", { class: "line-of-fields" }, field(word("agenda-office"), office), field(word("agenda-day"), day), submit(word("agenda-show")))),
      this.#list);
  }

  async #read(office, day) {
    const found = await api.agenda(office, day);
    if (!found.length) return this.#list.replaceChildren(h("p", { class: "rest" }, word("agenda-none")));
    const heads = ["hour", "who", "what", "how", "attendance"].map((key) => h("th", { scope: "col" }, word(`agenda-${key}`)));
    this.#list.replaceChildren(h("div", { class: "scrolls", tabindex: 0, role: "group", "aria-label": word("agenda-title") },
      h("table", { class: "grid" }, h("thead", {}, h("tr", {}, ...heads)), h("tbody", {}, ...found.map((one) => this.#row(one))))));
  }

  #row(one) {
    const cells = h("tr", { class: one.status },
      h("th", { scope: "row" }, officeHour(one.starts_at)), h("td", {}, one.name ?? word("agenda-unnamed"), h("span", { class: "rest" }, ` ${one.document_hint}`)),
      h("td", {}, matterName(one.need)), h("td", {}, word(`channel-${one.channel}`)), h("td", {}, this.#marks(one)));
    return cells;
  }

  #marks(one) {
    if (one.status !== "booked") return word("agenda-cancelled");
    const mark = (kind) => h("button", { type: "button", class: "quiet", "aria-pressed": String(one.attendance === kind),
      "aria-label": `${word(`agenda-${kind}`)}: ${officeHour(one.starts_at)} ${one.name ?? one.document_hint}`, onclick: ({ currentTarget }) => this.#work(async () => {
        const { attendance } = await api.attendance(one.locator, kind);
        one.attendance = attendance;
        for (const button of currentTarget.parentElement.children) button.setAttribute("aria-pressed", String(button === currentTarget));
      }) }, word(`agenda-${kind}`));
    return h("span", { class: "row" }, ...MARKS.map(mark));
  }
}

customElements.define("isac-agenda", Agenda);
