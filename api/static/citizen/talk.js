// The conversation of the page: opened or resumed, said in, listened to, and told what went wrong.
import { byId } from "../js/dom.js";
import * as http from "../js/http.js";
import { inline } from "../js/text.js";
import { loadWords, t, words } from "../js/words.js";
import { always, speak } from "./aloud.js";
import * as composer from "./composer.js";
import * as early from "./early.js";
import { Live } from "./live.js";
import * as log from "./log.js";
import { Person } from "./person.js";
import * as session from "./session.js";
import { spoken as inWords } from "./turn.js";
import * as view from "./view.js";
import { Patience } from "./patience.js";

const ENDED = new Set(["expired_token", "bad_token", "missing_token", "unknown_conversation", "forbidden"]);
const RENEW_MS = 30 * 60_000; // of the two hours that a key is good for
const AGAIN_MS = 10_000;
const notice = byId("notice"), select = byId("language");

export class Talk {
  #current = null;
  #live = null;
  #lastTurn = null;
  #shown = new Set();  // ids of the turns on the page
  #busy = false;
  #again = null;       // what is tried once the connection is back
  person = new Person(() => this.#current);

  constructor() {
    addEventListener("online", () => this.#again?.());
    setInterval(() => this.#current && this.#renew(this.#current).catch(() => {}), RENEW_MS); // else it is renewed when it is refused
  }

  get spoken() {
    return document.body.classList.contains("spoken");
  }

  get link() {
    return session.linkTo(this.#current);
  }

  async begin() {
    const { saved, first } = early;
    if (!saved) return this.open(words().language, first);
    try {
      await this.#resume(saved, first);
    } catch (error) {
      if (!(error instanceof http.Problem && ENDED.has(error.body.code))) return this.#fail(error, () => location.reload());
      await this.open(words().language);
      notice.show(`${error.body.title}. ${error.body.detail}`, null, null, { calm: true });
    }
  }

  // `asked`: the conversation, when it was asked for already.
  async open(language, asked = http.open(language)) {
    session.forget();
    notice.hide();
    try {
      const opened = await asked;
      session.keep(opened);
      this.#clear({ id: opened.id, token: opened.token });
      await this.#showTurn(opened.greeting, { scroll: false });
      this.#listen(opened.greeting.turn_id);
    } catch (error) {
      this.#fail(error, () => this.open(language));
      // Nothing was begun yet: it goes on by itself, whatever the browser knows of its line.
      if (error instanceof http.Offline) setTimeout(() => this.#current ?? this.open(language), AGAIN_MS);
    }
  }

  // The same conversation on another page of it: what it is now, drawn anew.
  // `first`: the conversation, when it was asked for already.
  async #resume(saved, first = null) {
    const state = await this.#withKey(saved, () => {
      const asked = first ?? http.read(saved);
      first = null;
      return asked;
    });
    session.keep(saved);
    await loadWords(state.language);
    this.#clear(saved);
    for (const line of state.transcript) this.#showLine(line);
    if (state.latest && !this.#shown.has(state.latest.turn_id)) this.#addTurn(state.latest);
    select.value = state.language;
    this.person.stand(state.person, { live: false });
    const newest = log.newest();
    if (this.spoken && newest) view.bring(newest, { smooth: false });
    this.#listen(state.number ?? state.latest?.turn_id);
  }

  #showLine({ speaker, text, at, turn, number, name, language, translation, appointment }) {
    const when = new Date(at);
    if (speaker === "citizen") {
      document.body.classList.add("spoken");
      log.addAsked(text, { at: when });
    } else if (speaker === "agent") {
      this.person.heard({ speaker, text, at, number, name, language, translation, appointment }, { live: false });
    } else if (turn) {
      this.#addTurn(turn, { at: when, fresh: false });
    } else if (text) {
      log.addLine(text, when);
    }
  }

  #clear(current) {
    this.#current = current;
    this.#lastTurn = null;
    this.#shown.clear();
    document.body.classList.remove("spoken");
    this.person.reset();
    log.clear();
  }

  #addTurn(turn, options) {
    this.#shown.add(turn.turn_id);
    this.#lastTurn = turn.turn_id;
    return turn.messages.length || turn.appointment ? log.addTurn(turn, options) : null;
  }

  async #showTurn(turn, { focus = false, scroll = true } = {}) {
    await loadWords(turn.language.code);
    select.value = turn.language.code;
    if (this.#shown.has(turn.turn_id)) return;
    const first = this.#addTurn(turn);
    if (!first) return;
    if (focus) first.focus({ preventScroll: true });
    if (scroll) view.bring(first);
    if (scroll && always()) speak(inWords(turn));
    if (turn.hand_off) this.person.stand({ state: "waiting", reference: turn.hand_off.id });
  }

  #listen(last) {
    this.#live?.stop();
    const live = (this.#live = new Live());
    const on = (kind, act) => live.addEventListener(kind, ({ detail }) => act(detail));
    on("person", (person) => this.person.stand(person));
    on("utterance", (line) => this.person.heard(line));
    on("translation", (translation) => this.person.translated(translation));
    on("seen", (seen) => this.person.seen(seen));
    on("typing", (typing) => this.person.typing(typing));
    on("turn", (turn) => this.#elsewhere(turn));
    on("missed", ({ turn_id }) => this.#shown.has(turn_id) || this.#resume(this.#current).catch(() => {}));
    live.follow(this.#current, last === undefined ? "" : String(last), (current) => this.#renew(current));
  }

  // A conversation that goes on has its key renewed: what was asked with one that had run out is asked again.
  async #withKey(current, work) {
    try {
      return await work();
    } catch (error) {
      if (error.body?.code !== "expired_token") throw error;
    }
    byId("status").textContent = t("renewing");
    try {
      await this.#renew(current);
      return await work();
    } finally {
      byId("status").textContent = "";
    }
  }

  async #renew(current) {
    current.token = (await http.renew(current)).token;
    if (this.#current === current) session.keep(current);
  }

  // A turn that this page did not ask for: said in another tab, or by the service itself. One of our own comes by itself.
  async #elsewhere(turn) {
    if (!this.#busy) await this.#showTurn(turn);
  }

  async send(text, { focus = false } = {}) {
    if (!text.trim() || !this.#current) return;
    if (this.person.holds) return this.#write(text, newKey());
    if (this.#busy) {
      byId("status").textContent = t("answering");
      return;
    }
    await this.#ask(text, focus);
  }

  // A message is what is said after a turn: said again after the same one, in this tab or another, it is the same.
  async #ask(text, focus) {
    this.#busy = true;
    const bubble = this.#bubble(text);
    if (this.#lastTurn) this.person.wrote(this.#lastTurn, bubble);
    const patience = new Patience();
    try {
      const current = this.#current, after = this.#lastTurn;
      const turn = await this.#withKey(current, () => http.say(current, text, after, patience.signal));
      bubble.sent();
      await this.#showTurn(turn, { focus });
    } catch (error) {
      bubble.remove();
      composer.giveBack(text);
      this.#fail(error, () => this.#retry(text));
    } finally {
      patience.end();
      this.#busy = false;
      select.value = words().language;
    }
  }

  // To a person one writes without waiting for an answer.
  async #write(text, key, bubble = this.#bubble(text)) {
    this.person.wrote(key, bubble);
    bubble.dataset.far ??= "sent";
    try {
      const current = this.#current;
      const turn = await this.#withKey(current, () => http.say(current, text, key, AbortSignal.timeout(30_000)));
      bubble.sent();
      bubble.state = bubble.dataset.far;
      await this.#showTurn(turn);
    } catch (error) {
      this.#fail(error, () => { notice.hide(); return this.#write(text, key, bubble); });
    }
  }

  #bubble(text) {
    document.body.classList.add("spoken");
    const bubble = log.addAsked(text, { waiting: true });
    view.toEnd();
    composer.clearOf(text);
    notice.hide();
    return bubble;
  }

  // The answer may have been lost on its way back: ask what happened before saying it again.
  async #retry(text) {
    if (this.#busy) return;
    try {
      const current = this.#current, state = await this.#withKey(current, () => http.read(current));
      notice.hide();
      if (state.latest && state.latest.turn_id !== this.#lastTurn) {
        composer.clearOf(text);
        log.addAsked(text);
        await this.#showTurn(state.latest, { focus: true });
        return;
      }
    } catch (error) {
      this.#fail(error, () => this.#retry(text));
      return;
    }
    composer.focus();
    await this.send(composer.text().trim() || text);
  }

  helped({ turn_id, helped }) {
    http.tell(this.#current, "helped", { turn_id, helped }).catch(() => {}); // nobody is asked twice
  }

  rated(rating) {
    const current = this.#current;
    this.#withKey(current, () => http.tell(current, "rating", rating)).catch((error) => this.#fail(error, () => { notice.hide(); this.rated(rating); }));
  }

  #fail(error, again) {
    const tryAgain = () => { this.#again = null; return again(); };
    this.#again = null;
    if (error instanceof http.Problem) {
      const over = ENDED.has(error.body.code);
      notice.show(`${error.body.title}. ${error.body.detail}`, t(over ? "new" : "retry"), over ? () => this.open(words().language) : tryAgain);
    } else if (error instanceof http.Late || error instanceof http.Failed) {
      notice.show(withPhone(t(error instanceof http.Late ? "timed-out" : "failed")), t("retry"), tryAgain);
    } else if (error instanceof http.Offline) {
      if (!navigator.onLine) this.#again = tryAgain;
      notice.show(withPhone(navigator.onLine ? t("lost") : `${t("lost")} ${t("goes-on")}`), t("retry"), tryAgain);
    } else {
      throw error;
    }
  }
}

const withPhone = (text) => inline(words().phone ? `${text} ${words().phone}` : text);
// randomUUID is only there where the connection is safe.
const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
