// The parts of a person's past. `deeds` says what is done with them: check, keep, change, readOn.
import { dayOf, when, word } from "../call-words.js";
import { h } from "../dom.js";
import { field } from "./fields.js";
import { officeMoment } from "./moments.js";
import { capital, choices, matterName } from "./names.js";
import { isOverdue, promisesOf } from "./past.js";

const HOW = ["questions"]; // from afar nobody sees a document
const line = (...texts) => texts.filter(Boolean).join(" · ");
const rest = (text) => h("p", { class: "rest" }, text);
const named = ({ need }) => (need ? capital(need.name) : word("need-none"));
const list = (entries) => h("ul", { class: "past" }, ...entries);
const section = (key, entries, none) => h("section", {}, h("h3", {}, word(key)), entries.length ? list(entries) : rest(word(none)));

// `act` finds it again once it is drawn anew.
const button = (act, text, onclick) => h("button", { type: "button", class: "quiet", "data-act": act, onclick }, text);

export function identity({ level, how, by }, deeds) {
  if (level === "verified") {
    const checked = how ? `${word("identity-verified")} ${word(`identity-how-${how}`)}` : word("identity-verified");
    return h("p", { class: "who-is", "data-level": level }, line(checked, by));
  }
  const id = "who-document";
  const document = level === "none" ? h("input", { id, "data-act": id, maxlength: 20, autocomplete: "off" }) : null;
  const check = (way) => button(`how-${way}`, word(`identity-how-${way}`), () => {
    if (document && !document.value.trim()) return document.focus();
    return deeds.check(way, document?.value.trim());
  });
  return h("div", { class: "who-is", "data-level": level }, h("p", {}, word(`identity-${level}`)),
    document ? field(word("book-document"), document) : null,
    h("p", { class: "row", role: "group", "aria-label": word("identity-check") }, h("span", {}, word("identity-check")), ...HOW.map(check)),
    rest(word("identity-hint")));
}

export function promises(cases, deeds) {
  const entry = (promise) => {
    const { text, who, by, done, of } = promise, id = `promise-${promise.id}`;
    const box = h("input", { type: "checkbox", id, checked: done, "data-act": id, onchange: ({ target }) => deeds.keep(promise, target.checked) });
    const late = isOverdue(promise) ? [h("strong", { class: "alarm" }, word("overdue")), " "] : [];
    return h("li", { class: done ? "done" : null }, h("label", { for: id }, box, h("span", {}, ...late, text)),
      rest(line(who && word(`promised-${who}`), by && dayOf(by), named(of))));
  };
  return section("promises", promisesOf(cases).map(entry), "promises-none");
}

// Open ones, and resolved ones folded away.
export function cases(all, mayChange, deeds) {
  const entry = (one) => oneCase(one, mayChange, deeds), over = all.filter(({ state }) => state === "resolved");
  const begun = section("cases-open", all.filter(({ state }) => state !== "resolved").map(entry), "cases-none");
  if (!over.length) return [begun];
  return [begun, h("details", { id: "cases-over" }, h("summary", {}, `${word("cases-resolved")} (${over.length})`), list(over.map(entry)))];
}

function oneCase(one, mayChange, deeds) {
  const since = line(`${word("case-since")} ${dayOf(one.opened_at.slice(0, 10))}`, one.agent);
  const told = h("p", {}, h("strong", {}, named(one)), " ", h("span", { class: "rest" }, since));
  if (!mayChange) return h("li", {}, told);
  const [text, state] = one.state === "resolved" ? ["case-reopen", "open"] : ["case-resolve", "resolved"], id = `note-${one.id}`;
  const note = h("textarea", { id, "data-act": id, rows: 3, maxlength: 2000 }, one.note ?? "");
  const save = () => {
    note.defaultValue = note.value; // it is no longer being typed
    deeds.change(one, { note: note.value.trim() });
  };
  return h("li", {}, told, one.note ? h("p", { class: "note" }, one.note) : null,
    h("p", { class: "row" }, button(`state-${one.id}`, word(text), () => deeds.change(one, { state }))),
    h("details", { id: `of-${one.id}` }, h("summary", {}, word("case-note")), h("label", { class: "hidden", for: id }, word("case-note")), note,
      button(`save-${one.id}`, word("save"), save)));
}

export function coming(found) {
  if (!found) return h("section", {}, h("h3", {}, word("coming")), rest(word("coming-unread")));
  const entry = (one) => h("li", {}, h("strong", {}, officeMoment(one.starts_at)),
    rest(line(capital(matterName(one.need)), word(`channel-${one.channel}`), one.office?.name, one.locator)));
  return section("coming", found.map(entry), "coming-none");
}

export function contacts(found, more, deeds) {
  const shown = section("contacts", found.map(contact), "contacts-none");
  return more ? [shown, button("more", word("contacts-more"), deeds.readOn)] : [shown];
}

function contact({ system, reference, at, channel, need, matter, outcome, agent, summary }) {
  const about = choices().matters.some(({ id }) => id === need) ? matterName(need) : matter;
  const told = line(word(`channel-${channel}`), about, outcome && word(`disposition-${outcome}`), agent);
  const head = [h("strong", {}, when(at)), " ", h("span", { class: "rest" }, told)];
  if (!summary) return h("li", {}, h("p", {}, ...head));
  return h("li", {}, h("details", { id: `contact-${system}-${reference}` }, h("summary", {}, ...head), h("p", { class: "told-then" }, summary)));
}
