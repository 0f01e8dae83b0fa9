// One conversation that this agent holds: what was said, what was read, who is typing. Nothing lost, doubled or out of order.
import { EventStream } from "../event-stream.js";
import * as staff from "../staff.js";
import * as api from "./api.js";

const TYPED_MS = 5000;
const TELL_TYPING_MS = 3000;

// Events: `opened`; `change`; `heard`, when the person said something new.
export class Conversation extends EventTarget {
  unread = 0; draft = ""; typing = false; delivered = 0; read = 0; person = null; packet = null;
  advice = null; fromSuggestion = null;
  #lines = new Map(); #pending = new Map(); #stream = new EventStream(); #told = 0; #typingTimer; #shown = false;

  constructor(standing) {
    super();
    this.standing = standing;
  }

  get handOff() {
    return this.standing.hand_off;
  }

  get id() {
    return this.handOff.conversation_id;
  }

  // What was said in order, and after it what is being sent.
  get lines() {
    return [...[...this.#lines.values()].sort((a, b) => a.number - b.number), ...this.#pending.values()];
  }

  async open() {
    const state = await api.conversation(this.id);
    this.person = state.person;
    this.packet = state.packet ?? null;
    state.transcript.forEach((line, place) => this.#lines.set(line.number ?? place, { ...line, number: line.number ?? place }));
    this.#changed();
    this.dispatchEvent(new Event("opened"));
    this.#listen();
    return this.#stream.follow(staff.kept(), api.conversationEvents(this.id), { last: String(state.number ?? "") });
  }

  close() {
    this.#stream.stop();
    clearTimeout(this.#typingTimer);
  }

  // `shown`: whether the agent sees it now.
  show(shown) {
    this.#shown = shown;
    if (!shown) return;
    this.unread = 0;
    this.#acknowledge();
    this.#changed();
  }

  // Sent until it is told that it was not: the same key again is the same message.
  async say(text, key = crypto.randomUUID()) {
    this.#pending.set(key, { key, text, speaker: "agent", at: new Date().toISOString(), state: "sending" });
    this.#changed();
    try {
      const line = await api.say(this.id, text, key);
      this.#add({ ...line, key });
    } catch (error) {
      if (this.#pending.has(key)) this.#pending.get(key).state = "failed";
      this.#changed();
      throw error;
    }
  }

  again(key) {
    return this.say(this.#pending.get(key).text, key);
  }

  tellTyping() {
    if (Date.now() - this.#told < TELL_TYPING_MS) return;
    this.#told = Date.now();
    api.typing(this.id).catch(() => null); // only a courtesy
  }

  #listen() {
    const on = (kind, work) => this.#stream.addEventListener(kind, ({ detail }) => { work(detail); this.#changed(); });
    on("utterance", (line) => this.#heard(line));
    on("translation", ({ of, language, text }) => {
      const line = this.#lines.get(of);
      if (line) this.#lines.set(of, { ...line, translation: { language, text } });
    });
    on("person", (person) => { this.person = person; });
    on("seen", ({ by, what, number }) => { if (by === "citizen") this[what] = Math.max(this[what], number); });
    on("typing", ({ by }) => { if (by === "citizen") this.#typingNow(); });
    this.#stream.addEventListener("missed", () => this.#reread());
    for (const kind of ["cut", "back"]) this.#stream.addEventListener(kind, () => this.dispatchEvent(new Event(kind)));
  }

  #heard(line) {
    const isNew = !this.#lines.has(line.number);
    this.#add(line);
    if (!isNew || line.speaker !== "citizen") return;
    this.typing = false;
    if (!this.#shown) this.unread += 1;
    this.#acknowledge();
    this.dispatchEvent(new Event("heard"));
  }

  #add(line) {
    if (line.key) this.#pending.delete(line.key);
    this.#lines.set(line.number, line);
    this.#changed();
  }

  #acknowledge() {
    const said = this.lines.findLast(({ speaker, number }) => speaker === "citizen" && number !== undefined);
    if (said) api.seen(this.id, this.#shown && !document.hidden ? "read" : "delivered", said.number).catch(() => null);
  }

  async #reread() {
    const state = await api.conversation(this.id).catch(() => null);
    for (const line of state?.transcript ?? []) if (line.number !== undefined) this.#lines.set(line.number, line);
    this.#changed();
  }

  #typingNow() {
    this.typing = true;
    clearTimeout(this.#typingTimer);
    this.#typingTimer = setTimeout(() => { this.typing = false; this.#changed(); }, TYPED_MS);
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
