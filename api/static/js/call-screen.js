// A live call on the screen: what is said, what the person needs, the notice to read out, and the way to the record.
import "./need.js";
import "./transcript.js";
import { callLink, recordPage } from "./addresses.js";
import * as calls from "./calls.js";
import { CallCopilot } from "./call-copilot.js";
import { CallEvents } from "./call-events.js";
import { CallPast } from "./call-past.js";
import { forgetSound, tellSound } from "./call-sound.js";
import * as tab from "./call-tab.js";
import { clock, count, word } from "./call-words.js";
import { byId, h, once } from "./dom.js";
import { Problem } from "./http.js";
import { NoMicrophone, Microphone } from "./microphone.js";
import { Speaking } from "./speaking.js";
import * as staff from "./staff.js";
import { VoicePanel } from "./voice-panel.js";

const TAKEN = 4409;

const notice = byId("notice"), transcript = byId("transcript");

export class CallScreen {
  #door; #id = null; #events; #speaking = null; #started; #late = {}; #heard; #watch; #leaving = false;
  #copilot = new CallCopilot(); #call; #voice = new VoicePanel(); #past;

  constructor(door) {
    this.#door = door;
    this.#past = new CallPast(door.go);
    byId("join").addEventListener("submit", (event) => { event.preventDefault(); this.#door.go(() => this.#ask()); });
    byId("hang-up").addEventListener("click", once(() => this.#door.go(() => this.#hangUp())));
    const told = once((agreed) => this.#door.go(() => this.#told(agreed)));
    byId("told").addEventListener("click", () => told(true));
    byId("refused").addEventListener("click", () => told(false));
    byId("link").addEventListener("click", () => this.#copy());
    window.addEventListener("beforeunload", (event) => { if (this.#speaking) event.preventDefault(); });
  }

  get speaks() {
    return this.#speaking !== null;
  }

  // With a microphone that is open already, or only to read until one is connected. Throws Offline, Problem.
  async open(id, microphone = null, track = null) {
    const call = await calls.read(keyOf(id), id);
    if (call.state === "ended") return location.replace(recordPage(id));
    if (this.speaks) return this.#follow(); // another key was given; the line never stopped
    this.#id = id;
    this.#call = call;
    this.#leaving = false;
    this.#started = Date.parse(call.started);
    byId("call").hidden = byId("controls").hidden = false;
    byId("call-title").focus();
    this.#notice(call);
    this.#past.show(id);
    this.#heard = call.segments.some(({ track }) => track === "citizen");
    if (!microphone) this.#follow();
    this.#watch = setInterval(() => this.#tick(), 1000);
    if (microphone) this.#speak(microphone, track);
    else this.#offer(call.tracks.agent?.joined && !call.tracks.citizen?.joined ? "citizen" : "agent");
  }

  close() {
    if (this.#id) tab.note(this.#id, { token: null });
    this.#events?.stop();
    this.#voice.stop();
    this.#speaking?.stop();
    this.#speaking = this.#id = null;
    clearInterval(this.#watch);
    byId("text-cut").textContent = "";
    this.#behind({});
    forgetSound();
    transcript.clear();
    this.#copilot.clear();
    byId("need").show(null);
    this.#past.show(null);
    byId("call").hidden = byId("controls").hidden = true;
  }

  // Whoever is heard on that side already is not cut off without asking.
  #ask = once(async () => {
    const id = this.#id, track = chosen();
    const { tracks } = await calls.read(keyOf(id), id);
    if (this.#id !== id) return; // it was left meanwhile
    if (tracks[track]?.joined) notice.show(word("in-use"), word("join-anyway"), () => this.join(track));
    else await this.join(track);
  });

  join = once(async (track = chosen()) => {
    notice.hide();
    const id = this.#id;
    const microphone = await opened(() => this.join(track));
    if (microphone && this.#id !== id) microphone.close(); // it was left meanwhile
    else if (microphone) this.#speak(microphone, track);
  });

  #offer(track) {
    this.#speaking = null;
    this.#voice.stop();
    byId("join").elements.track.value = track;
    byId("join").hidden = false;
    byId("speaking").hidden = true;
    byId("line").textContent = word("listening");
    byId("line").dataset.state = "reading";
    byId("who").textContent = "";
  }

  #speak(microphone, track) {
    byId("join").hidden = true;
    byId("speaking").hidden = false;
    const speaking = (this.#speaking = new Speaking(where(this.#id, track), microphone));
    this.#voice.start(this.#call, where(this.#id, track), microphone);
    this.#follow(); // as that side
    speaking.addEventListener("silent", () => { this.#offer(track); notice.show(word("mic-none"), word("again"), () => this.join()); });
    speaking.addEventListener("refused", ({ detail: { code, problem } }) => {
      this.#offer(track);
      if (code === TAKEN) notice.show(word("taken"), word("again"), () => this.join());
      else if (problem && problem.code !== "call_ended") this.#door.fail(new Problem(problem), () => this.join());
    });
  }

  #follow() {
    this.#events?.stop();
    const events = (this.#events = new CallEvents());
    const on = (kind, handle) => events.addEventListener(kind, ({ detail }) => handle(detail));
    on("final", (segment) => { transcript.add(segment); this.#hear(segment); });
    on("partial", (partial) => transcript.partial(partial));
    on("need", (need) => byId("need").show(need));
    on("track", tellSound);
    this.#copilot.listen(this.#id, events);
    this.#voice.listen(events);
    on("behind", ({ track, seconds }) => this.#behind({ ...this.#late, [track]: seconds }));
    on("cut", () => { byId("text-cut").textContent = word("text-cut"); this.#behind({}); }); // nobody tells meanwhile
    on("back", () => { byId("text-cut").textContent = ""; });
    on("ended", () => this.#over());
    events.follow(keyOf(this.#id), this.#id, this.#speaking?.track).catch((error) => this.#door.fail(error, () => this.#follow()));
  }

  // `late`: seconds by side. They are seen as they change, and read out once.
  #behind(late) {
    this.#late = late;
    const shown = byId("behind"), seconds = Math.max(0, ...Object.values(late));
    if (seconds < 1) shown.replaceChildren();
    else if (shown.lastChild) shown.lastChild.textContent = count(seconds);
    else shown.append(`${word("behind")} `, h("span", { "aria-live": "off" }, count(seconds)));
  }

  // Until the person is heard nothing may tell their language; from then on the notice stays as it is being read out.
  async #hear({ track }) {
    if (this.#heard || track !== "citizen") return;
    this.#heard = true;
    const id = this.#id;
    try {
      const call = await calls.read(keyOf(id), id);
      if (this.#id === id && !byId("consent").hidden) this.#notice(call);
    } catch {
      this.#heard = false; // the next words are another chance
    }
  }

  // What is shown is what is proved.
  #notice({ consent, notice: text, notice_version: version, notice_language: language }) {
    const shown = byId("consent-text");
    shown.textContent = text;
    shown.lang = language;
    shown.dataset.version = version;
    this.#answered(consent);
  }

  #answered(consent) {
    const { agreed, refused } = byId("told-done").dataset;
    byId("consent").hidden = Boolean(consent);
    byId("told-done").textContent = consent ? (consent.agreed ? agreed : refused) : "";
  }

  async #told(agreed) {
    const notice = byId("consent-text").dataset.version, { by } = byId("answers").dataset;
    this.#answered(await calls.agree(staff.kept(), this.#id, { notice, said_at: new Date().toISOString(), by, agreed }));
    byId("call-title").focus();
  }

  async #copy() {
    const link = callLink(this.#id);
    try {
      await navigator.clipboard.writeText(link);
      byId("link-hint").textContent = word("copied");
    } catch {
      byId("link-hint").textContent = link; // to be copied by hand
    }
  }

  async #hangUp() {
    this.#leaving = true;
    this.#voice.stop();
    byId("line").textContent = word("ending");
    const speaking = this.#speaking;
    await speaking?.end();
    this.#speaking = null;
    byId("speaking").hidden = true;
    try {
      await calls.end(keyOf(this.#id), this.#id);
    } catch (error) {
      this.#leaving = false;
      this.#offer(speaking?.track ?? chosen());
      throw error;
    }
    tab.forget(this.#id);
    location.assign(recordPage(this.#id));
  }

  #over() {
    if (this.#leaving) return;
    const id = this.#id;
    this.#voice.stop();
    this.#speaking?.stop();
    this.#speaking = null;
    tab.forget(id);
    clearInterval(this.#watch);
    byId("controls").hidden = true;
    byId("link").hidden = byId("link-hint").hidden = true;
    byId("call-title").textContent = word("over");
    notice.show(word("over"), word("to-record"), () => location.assign(recordPage(id)));
  }

  #tick() {
    byId("elapsed").textContent = clock((Date.now() - this.#started) / 1000);
  }
}

// A call that this tab began has a token that lasts as long as it does; that of staff may run out before.
const keyOf = (id) => tab.known(id).token ?? staff.kept();

// The key is looked up each time that the line connects: another one may have been given.
const where = (id, track) => ({ id, track, get token() { return keyOf(id); } });

// The side that is marked to be connected.
const chosen = () => new FormData(byId("join")).get("track");

// An open microphone; without one null, and it is told why.
export async function opened(again) {
  const microphone = new Microphone();
  try {
    await microphone.open();
    return microphone;
  } catch (error) {
    if (!(error instanceof NoMicrophone)) throw error;
    notice.show(word(error.word), notice.dataset.retry, again);
    return null;
  }
}
