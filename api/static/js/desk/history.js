// The past of the person in front: who they are, what is open and promised, what is to come, what there was.
import { Offline, Problem } from "../http.js";
import { dayOf, when, word } from "../call-words.js";
import { h } from "../dom.js";
import * as api from "./api.js";
import { field } from "./fields.js";
import { officeMoment } from "./moments.js";
import { capital, choices, matterName } from "./names.js";
import * as past from "./past.js";

const HOW = ["in_person", "questions"];
const line = (...texts) => texts.filter(Boolean).join(" · ");
const rest = (key) => h("p", { class: "rest" }, word(key));
const part = (key, ...children) => h("section", {}, h("h3", {}, word(key)), ...children);
const listed = (key, entries, none) => part(key, entries.length ? h("ul", { class: "past" }, ...entries) : rest(none));
const named = ({ need }) => (need ? capital(need.name) : word("need-none"));

class History extends HTMLElement {
  #conversation = null; #work = null; #asked = null;

  // `work`: does it and tells what goes wrong.
  bind(work) {
    this.#work = work;
  }

  // Another conversation came in front. It is read when it is looked at.
  show(conversation) {
    this.#conversation = conversation;
    if (!conversation) return this.replaceChildren(rest("nobody-hint"));
    if (conversation.history) return this.#draw();
    this.replaceChildren();
    this.look();
  }

  // Somebody looks at it; `anew`: also what was read already.
  async look(anew = false) {
    const conversation = this.#conversation;
    if (this.hidden || !conversation || (conversation.history && !anew)) return;
    if (!conversation.history) this.replaceChildren(h("p", { class: "rest", role: "status" }, word("history-loading")));
    const asked = this.#asked = {};
    try {
      const history = await past.read(conversation);
      if (asked !== this.#asked) return; // asked again meanwhile
      conversation.history = history;
      if (conversation === this.#conversation) this.#draw();
    } catch (error) {
      if (!(error instanceof Offline || error instanceof Problem)) throw error;
      if (asked !== this.#asked) return;
      const again = h("button", { type: "button", class: "quiet", onclick: () => this.look(true) }, word("history-again"));
      const why = error instanceof Problem ? error.message : word("history-failed");
      if (conversation === this.#conversation) this.replaceChildren(h("p", { class: "rest", role: "status" }, why), again);
    }
  }

  // What is drawn again keeps the focus where it was, and what is being typed.
  #draw() {
    const { history } = this.#conversation, focused = this.contains(document.activeElement) ? document.activeElement.dataset.act : null;
    const open = new Set([...this.querySelectorAll("details[open]")].map(({ id }) => id));
    const typed = [...this.querySelectorAll("textarea, #who-document")].filter(({ value, defaultValue }) => value !== defaultValue).map(({ id, value }) => [id, value]);
    const { who, cases, contacts, coming } = history;
    const begun = cases.filter(({ state }) => state !== "resolved"), over = cases.filter(({ state }) => state === "resolved");
    this.replaceChildren(h("h2", { class: "hidden", tabindex: -1 }, word("history")), this.#identity(who), ...(who.citizen ? [
      who.level === "verified" ? this.#promises(cases) : null,
      listed("cases-open", begun.map((one) => this.#case(one, who)), "cases-none"),
      who.level === "verified" && coming !== null ? this.#coming(coming) : null,
      listed("contacts", contacts.map(contact), "contacts-none"),
      history.more ? h("button", { type: "button", class: "quiet", "data-act": "more", onclick: () => this.#do((now) => past.readOn(now, this.#conversation)) }, word("contacts-more")) : null,
      over.length ? h("details", { id: "cases-over" }, h("summary", {}, `${word("cases-resolved")} (${over.length})`),
        h("ul", { class: "past" }, ...over.map((one) => this.#case(one, who)))) : null] : []).filter(Boolean));
    for (const id of open) this.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
    for (const [id, value] of typed) { const box = this.querySelector(`#${CSS.escape(id)}`); if (box) box.value = value; }
    if (focused) (this.querySelector(`[data-act="${CSS.escape(focused)}"]`) ?? this.querySelector("h2")).focus();
  }

  // A change, and what is known after it.
  #do(change) {
    const conversation = this.#conversation;
    return this.#work(async () => {
      conversation.history = await change(conversation.history);
      if (conversation === this.#conversation) this.#draw();
    });
  }

  #identity({ level, how, by }) {
    if (level === "verified") return h("p", { class: "who-is", "data-level": level }, line(`${word("identity-verified")}${how ? ` ${word(`identity-how-${how}`)}` : ""}`, by));
    const named = level === "none" ? h("input", { id: "who-document", "data-act": "who-document", maxlength: 20, autocomplete: "off" }) : null;
    const check = (way) => h("button", { type: "button", class: "quiet", "data-act": `how-${way}`, onclick: () => {
      if (named && !named.value.trim()) return named.focus();
      return this.#work(async () => { await past.check(this.#conversation, way, named?.value.trim()); await this.look(true); });
    } }, word(`identity-how-${way}`));
    return h("div", { class: "who-is", "data-level": level }, h("p", {}, word(`identity-${level}`)), named ? field(word("book-document"), named) : null,
      h("p", { class: "row", role: "group", "aria-label": word("identity-check") }, h("span", {}, word("identity-check")), ...HOW.map(check)), rest("identity-hint"));
  }

  #promises(cases) {
    const entry = (promise) => {
      const late = past.isOverdue(promise), id = `promise-${promise.id}`;
      const box = h("input", { type: "checkbox", id, checked: promise.done, "data-act": id, onchange: ({ target }) => this.#keep(promise, target.checked) });
      return h("li", { class: promise.done ? "done" : null }, h("label", { for: id }, box, h("span", {}, late ? h("strong", { class: "alarm" }, word("overdue")) : null, late ? " " : "", promise.text)),
        h("p", { class: "rest" }, line(promise.who && word(`promised-${promise.who}`), promise.by && dayOf(promise.by), named(promise.of))));
    };
    return listed("promises", past.promisesOf(cases).map(entry), "promises-none");
  }

  #keep({ id, of }, done) {
    const { who } = this.#conversation.history;
    return this.#changed(of, () => api.keepPromise(who.citizen, of.id, id, this.#conversation.id, done));
  }

  #changed(one, change) {
    return this.#do(async (now) => {
      const fresh = await change();
      return { ...now, cases: now.cases.map((other) => (other.id === one.id ? { ...other, ...fresh } : other)) };
    });
  }

  #case(one, { level, citizen }) {
    const told = h("p", {}, h("strong", {}, named(one)), " ", h("span", { class: "rest" }, line(`${word("case-since")} ${dayOf(one.opened_at.slice(0, 10))}`, one.agent)));
    if (level !== "verified") return h("li", {}, told);
    const change = (wish) => this.#changed(one, () => api.changeCase(citizen, one.id, this.#conversation.id, wish));
    const isOver = one.state === "resolved";
    const note = h("textarea", { id: `note-${one.id}`, "data-act": `note-${one.id}`, rows: 3, maxlength: 2000 }, one.note ?? "");
    return h("li", {}, told, one.note ? h("p", { class: "note" }, one.note) : null, h("p", { class: "row" },
      h("button", { type: "button", class: "quiet", "data-act": `state-${one.id}`, onclick: () => change({ state: isOver ? "open" : "resolved" }) }, word(isOver ? "case-reopen" : "case-resolve"))),
      h("details", { id: `of-${one.id}` }, h("summary", {}, word("case-note")), h("label", { class: "hidden", for: note.id }, word("case-note")), note,
        h("button", { type: "button", class: "quiet", "data-act": `save-${one.id}`, onclick: () => { note.defaultValue = note.value; change({ note: note.value.trim() }); } }, word("save"))));
  }

  #coming(coming) {
    if (!coming) return part("coming", rest("coming-unread"));
    const entry = (one) => h("li", {}, h("strong", {}, officeMoment(one.starts_at)),
      h("p", { class: "rest" }, line(matterName(one.need), word(`channel-${one.channel}`), one.office?.name, one.locator)));
    return listed("coming", coming.map(entry), "coming-none");
  }
}

function contact(one) {
  const known = choices().matters.some(({ id }) => id === one.need);
  const head = [h("strong", {}, when(one.at)), h("span", { class: "rest" },
    ` ${line(word(`channel-${one.channel}`), known ? matterName(one.need) : one.matter, one.outcome && word(`disposition-${one.outcome}`), one.agent)}`)];
  return h("li", {}, one.summary ? h("details", { id: `contact-${one.system}-${one.reference}` }, h("summary", {}, ...head), h("p", { class: "told-then" }, one.summary)) : h("p", {}, ...head));
}

customElements.define("isac-history", History);
