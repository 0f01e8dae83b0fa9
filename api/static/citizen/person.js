// A person in the conversation: how one stands with them, what they write, what they have seen.
import { byId } from "../js/dom.js";
import * as http from "../js/http.js";
import { t } from "../js/words.js";
import * as log from "./log.js";
import * as view from "./view.js";

const NOBODY = { state: "none" };
const TYPING_MS = 5000, TELL_TYPING_MS = 3000;

export class Person {
  #session;
  #now = NOBODY;
  #said = new Map();      // what the person said, by number
  #seen = new Set();      // numbers of the utterances shown
  #unread = 0;            // the number of the last line of the person that nobody has looked at
  #mine = new Map();      // by key: what was written to the person
  #told = 0;
  #typing;

  // `session`: gives the conversation of the page.
  constructor(session) {
    this.#session = session;
    document.addEventListener("visibilitychange", () => this.#read());
    document.addEventListener("words", () => this.#head());
  }

  get holds() {
    return this.#now.state === "held";
  }

  reset() {
    this.#now = NOBODY;
    this.#seen.clear();
    this.#mine.clear();
    this.#unread = 0;
    this.#head();
  }

  // `live`: it has just changed; else it is so since before the page was opened.
  stand(person, { live = true } = {}) {
    const before = this.#now;
    this.#now = person ?? NOBODY;
    const card = log.waiting();
    if (card) card.show(this.#now.reference ?? card.reference, this.#now);
    if (live && this.#now.state !== before.state) this.#changed(before.state);
    this.#head();
  }

  // Something was said in the conversation: of the person, or by the citizen in another tab.
  heard(line, { live = true } = {}) {
    if (this.#seen.has(line.number)) return;
    if (line.number) this.#seen.add(line.number);
    const mine = line.key && this.#mine.get(line.key);
    if (mine) mine.number = line.number;
    else if (line.speaker === "agent") this.#fromAgent(line, live);
    else if (line.speaker === "citizen" && live) view.bring(log.addAsked(line.text, { at: new Date(line.at) }));
  }

  wrote(key, bubble) {
    this.#mine.set(key, bubble);
  }

  // What the person said, in the language of this conversation.
  translated({ of, ...translation }) {
    this.#said.get(of)?.translate(translation);
  }

  seen({ by, what, number }) {
    if (by !== "agent") return;
    for (const bubble of this.#mine.values()) {
      if (bubble.dataset.far && bubble.number <= number && bubble.dataset.far !== "read") {
        bubble.dataset.far = what;
        bubble.state = what;
      }
    }
  }

  typing({ by }) {
    if (by !== "agent") return;
    clearTimeout(this.#typing);
    byId("status").textContent = `${this.#now.name ?? t("staff")}: ${t("person-typing")}`;
    this.#typing = setTimeout(() => { byId("status").textContent = ""; }, TYPING_MS);
  }

  // The citizen writes: the person is told, now and then.
  writes() {
    if (!this.holds || Date.now() - this.#told < TELL_TYPING_MS) return;
    this.#told = Date.now();
    this.#tell("typing");
  }

  #fromAgent(line, live) {
    clearTimeout(this.#typing);
    byId("status").textContent = "";
    const shown = log.addAgent({ ...line, name: line.name ?? this.#now.name, at: new Date(line.at) });
    this.#said.set(line.number, shown);
    if (!live) return;
    view.bring(shown);
    this.#tell("seen", { what: "delivered", number: line.number });
    this.#unread = line.number;
    if (document.hidden) document.title = `● ${t("new-message")}`;
    this.#read();
  }

  #read() {
    if (document.hidden) return;
    document.title = `${t("name")} · ${t("body")}`;
    if (this.#unread) this.#tell("seen", { what: "read", number: this.#unread });
    this.#unread = 0;
  }

  // The assistant tells who has it; the page only asks, in the end, how it was.
  #changed(before) {
    const over = this.#now.state === "closed" || this.#now.state === "returned";
    if (before === "held" && over) view.bring(log.addRating());
  }

  #head() {
    const { state, name } = this.#now;
    const here = state === "held" || state === "waiting";
    document.body.classList.toggle("with-person", here);
    byId("who").textContent = state === "held" ? name ?? t("staff") : t(state === "waiting" ? "person-waiting" : "automatic");
    byId("person").hidden = here; // it is what is being done
  }

  // Told once; a word that is lost here is no loss.
  #tell(what, body) {
    http.tell(this.#session(), what, body).catch(() => {});
  }
}
