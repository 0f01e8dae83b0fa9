// For supervisors: how each matter is served, in a table that sorts and that can be taken along; and what was put right.
import { clock, count, dayOf, word } from "../call-words.js";
import { saveFile } from "../../citizen/download.js";
import { h } from "../dom.js";
import * as api from "./api.js";
import { field, form, submit } from "./fields.js";
import { capital, choices } from "./names.js";

const DAYS = 30, A_DAY_MS = 86_400_000;
const OUTCOMES = ["resolved", "appointment", "transfer", "callback", "pending", "elsewhere", "abandoned"];
const COUNTS = ["contacts", "handed_over", "ratings", "shown", "used", "edited", "rejected", "corrected"];
const day = (back) => new Date(Date.now() - back * A_DAY_MS).toLocaleDateString("sv");
const few = (value, limit) => (value === null ? `< ${limit}` : count(value));
const languageOf = (code) => choices().languages.find(({ id }) => id === code)?.name ?? code;

const matterOf = ({ name, need }) => capital(name ?? need ?? word("need-none"));

// Each column: its name, what it sorts by, and how it is written.
function columns(limit) {
  const counted = (name) => [name, (row) => row[name] ?? limit / 2, (row) => few(row[name], limit)];
  const [contacts, handed, , shown, used, edited, rejected, corrected] = COUNTS.map(counted);
  const matter = ["matter", matterOf, matterOf], language = ["language", ({ language: code }) => languageOf(code), ({ language: code }) => languageOf(code)];
  return [matter, language, contacts, handed,
    ["wait", (row) => row.wait_s ?? -1, (row) => (row.wait_s === null ? "–" : clock(row.wait_s))],
    ["outcomes", (row) => row.outcomes.resolved ?? 0, (row) => outcomes(row, limit)],
    ["rating", (row) => row.rating ?? 0, (row) => rating(row, limit)], shown, used, edited, rejected, corrected];
}

// The mean, and of how many.
function rating(row, limit) {
  if (row.ratings === 0) return "–";
  return row.rating === null ? `(${few(row.ratings, limit)})` : `${row.rating.toLocaleString(document.documentElement.lang)} (${count(row.ratings)})`;
}

function outcomes(row, limit) {
  const told = OUTCOMES.filter((one) => one in row.outcomes);
  const line = (one) => h("li", {}, `${word(`disposition-${one}`)}: ${few(row.outcomes[one], limit)}`);
  return told.length ? h("ul", { class: "plain-list" }, ...told.map(line)) : "–";
}

// Figures as figures: what is too small to be told is written as on the page.
export function asCsv(rows, limit) {
  const cell = (value) => `"${String(value ?? "").replaceAll('"', '""')}"`;
  const heads = ["matter", "language", ...COUNTS, "wait", "rating"].map((key) => word(`quality-${key}`));
  const plain = (value) => (value === null ? `< ${limit}` : value);
  const line = (row) => [row.name ?? row.need, row.language, ...COUNTS.map((name) => plain(row[name])), row.wait_s, row.rating,
    ...OUTCOMES.map((one) => plain(row.outcomes[one] === undefined ? 0 : row.outcomes[one]))];
  return [[...heads, ...OUTCOMES.map((one) => word(`disposition-${one}`))], ...rows.map(line)].map((cells) => cells.map(cell).join(";")).join("\r\n");
}

class QualityTable extends HTMLElement {
  #found; #rows = []; #limit = 5; #sorted = ["contacts", -1];

  bind(work) {
    const from = h("input", { id: "quality-from", type: "date", value: day(DAYS) }), to = h("input", { id: "quality-to", type: "date", value: day(0) });
    this.#found = h("div");
    const days = () => ({ from: from.value, to: to.value });
    const fields = h("div", { class: "line-of-fields" }, field(word("quality-from"), from), field(word("quality-to"), to), submit(word("agenda-show")));
    this.replaceChildren(h("h2", { class: "part" }, word("quality-title")), form(() => work(() => this.#read(days())), fields), this.#found);
  }

  async #read(days) {
    const [{ matters, few: limit }, { cases }] = await Promise.all([api.quality(days), api.readingCases(days)]);
    this.#rows = matters;
    this.#limit = limit;
    const table = h("div", { class: "scrolls", tabindex: 0, role: "group", "aria-label": word("quality-title") });
    const save = h("button", { type: "button", class: "quiet", onclick: () =>
      saveFile(`\uFEFF${asCsv(this.#order(), limit)}`, `isac-${days.from}-${days.to}.csv`, "text/csv;charset=utf-8") }, word("quality-csv"));
    this.#found.replaceChildren(...(matters.length ? [h("p", { class: "rest" }, word("quality-hint")), table, h("p", { class: "row" }, save)] :
      [h("p", { class: "rest", role: "status" }, word("quality-none"))]), ...readings(cases));
    if (matters.length) this.#draw(table);
  }

  #order() {
    const [name, way] = this.#sorted, [, by] = columns(this.#limit).find(([one]) => one === name);
    const compare = (a, b) => (typeof a === "string" ? a.localeCompare(b) : a - b);
    return [...this.#rows].sort((a, b) => way * compare(by(a), by(b)));
  }

  #draw(table) {
    const shown = columns(this.#limit), [sorted, way] = this.#sorted;
    const sort = (name) => {
      this.#sorted = [name, name === sorted ? -way : ["matter", "language"].includes(name) ? 1 : -1];
      this.#draw(table);
      table.querySelector(`[data-sort="${name}"]`).focus();
    };
    const head = ([name]) => h("th", { scope: "col", "aria-sort": name === sorted ? (way > 0 ? "ascending" : "descending") : null },
      h("button", { type: "button", class: "plain", "data-sort": name, onclick: () => sort(name) }, word(`quality-${name}`)));
    const cell = (one, [name, , write]) => (name === "matter" ? h("th", { scope: "row" }, write(one)) :
      h("td", { class: COUNTS.includes(name) ? "figure" : null }, write(one)));
    const row = (one) => h("tr", {}, ...shown.map((column) => cell(one, column)));
    table.replaceChildren(h("table", { class: "grid by-matter" }, h("thead", {}, h("tr", {}, ...shown.map(head))), h("tbody", {}, ...this.#order().map(row))));
  }
}

function readings(cases) {
  const told = ({ name, need, language, danger }) =>
    [matterOf({ name, need }), languageOf(language), danger && word(`reason-${danger}`)].filter(Boolean).join(" · ");
  const entry = ({ day: on, before, after, said }) => h("li", {}, h("p", {}, h("strong", {}, dayOf(on)), " ", h("s", {}, told(before)), " → ", told(after)),
    ...said.map((text) => h("q", { lang: after.language }, text)));
  return [h("h2", { class: "part" }, word("readings-title")), h("p", { class: "rest" }, word("readings-hint")),
    cases.length ? h("ul", { class: "past" }, ...cases.map(entry)) : h("p", { class: "rest" }, word("readings-none"))];
}

customElements.define("isac-quality", QualityTable);
