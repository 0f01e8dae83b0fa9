// One conversation that this agent holds: what was said, what was read, who is typing. Nothing lost, doubled or out of order.
import { EventStream } from "../event-stream.js";
import * as staff from "../staff.js";
import * as api from "./api.js";

const TYPED_MS = 5000;
const TELL_TYPING_MS = 3000;

// Events: `opened`; `change`; `heard`, when the person said something new; `read`, when somebody put right how it was read.
export class Conversation extends EventTarget {
  unread = 0; draft = ""; typing = false; delivered = 0; read = 0; person = null; packet = null;
  advice = null; fromSuggestion = null; readings = []; safeUntil = 0; told = null; history = null; document = null; made = null;
  kind = "conversations"; consultDraft = "";
  #lines = new Map(); #pending = new Map(); #stream = null; #told = 0; #typingTimer; #shown = false;

  // `reads`: a colleague is asked about it: they read it, and the person learns nothing of them.
  constructor(standing, { reads = false } = {}) {
    super();
    this.reads = reads;
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
    this.#stream?.stop();
    const stream = this.#stream = new EventStream();
    const state = await api.conversation(this.id);
    this.person = state.person;
    this.packet = state.packet ?? null;
    this.readings = state.packet?.readings ?? [];
    state.transcript.forEach((line, place) => this.#lines.set(line.number ?? place, { ...line, number: line.number ?? place }));
    this.#changed();
    this.dispatchEvent(new Event("opened"));
    this.#listen(stream);
    return stream.follow(staff.kept(), api.conversationEvents(this.id), { last: String(state.number ?? "") });
  }

  close() {
    this.#stream?.stop();
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

  // Sent until it is told that it was not: the same key again is the same message. An appointment `made` for them goes
  // with the words that name it.
  async say(text, key = crypto.randomUUID()) {
    this.#pending.set(key, { key, text, speaker: "agent", at: new Date().toISOString(), state: "sending" });
    this.#changed();
    try {
      const line = await api.say(this.id, this.made && text.includes(this.made) ? { text, locator: this.made } : { text }, key);
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

  #listen(stream) {
    const on = (kind, work) => stream.addEventListener(kind, ({ detail }) => { work(detail); this.#changed(); });
    on("utterance", (line) => this.#heard(line));
    on("translation", ({ of, language, text }) => {
      const line = this.#lines.get(of);
      if (line) this.#lines.set(of, { ...line, translation: { language, text } });
    });
    on("person", (person) => { this.person = person; });
    on("reading", (reading) => this.#readAs(reading));
    on("seen", ({ by, what, number }) => { if (by === "citizen") this[what] = Math.max(this[what], number); });
    on("typing", ({ by }) => { if (by === "citizen") this.#typingNow(); });
    stream.addEventListener("missed", () => this.#reread());
    for (const kind of ["cut", "back"]) stream.addEventListener(kind, () => this.dispatchEvent(new Event(kind)));
  }

  #readAs(reading) {
    if (this.readings.some(({ number }) => number === reading.number)) return;
    this.readings = [...this.readings, reading];
    this.dispatchEvent(new Event("read"));
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
    if (this.reads) return;
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
