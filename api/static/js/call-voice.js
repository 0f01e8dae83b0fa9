// The voice of a call between its two browsers: the page of the agent calls, that of the citizen answers. The service
// passes on how they find each other; the sound goes from one to the other, beside what is sent to be written down.
import * as calls from "./calls.js";
import { qualityOf } from "./voice-quality.js";

const LOOK_MS = 3000;
const PATIENCE_MS = 15_000; // of an attempt to connect
const OTHER = { agent: "citizen", citizen: "agent" };

// Events: `state`: `waiting`, `connecting`, `good`, `poor`, `cut`; `hold` when one side puts the call on hold or takes it up again.
export class CallVoice extends EventTarget {
  #where; #track; #audio; #page = crypto.randomUUID(); #token; #timer; #peer = null; #connection = null; #session = null;
  #since = 0; #seen = null; #state = "waiting"; #held = false; #heldThere = false; #closed = false;
  #telling = Promise.resolve(); #hearing = Promise.resolve();

  // `track`: what the microphone hears; `audio`: where the other side is played.
  constructor(where, track, audio) {
    super();
    this.#where = where;
    this.#track = track;
    this.#audio = audio;
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  get state() { return this.#state; }
  get held() { return this.#held; }
  get heldThere() { return this.#heldThere; }

  // The events of the call are followed: whoever is on the other side may answer.
  greet() {
    if (!this.#isConnected) this.#tell("hello");
  }

  // In order, one at a time.
  hear(signal) {
    this.#hearing = this.#hearing.then(() => this.#take(signal)).catch(() => this.#drop("cut"));
  }

  hold(held) {
    this.#held = held;
    this.#silence();
    this.#tell(held ? "hold" : "resume");
  }

  close() {
    if (this.#closed) return;
    this.#tell("bye");
    this.#closed = true;
    clearInterval(this.#timer);
    this.#drop("waiting");
  }

  async #take({ kind, page, track, session, text }) {
    if (this.#closed || track !== OTHER[this.#where.track]) return;
    if (kind === "hello") await this.#greeted(page);
    else if (kind === "offer") await this.#answer(page, session, text);
    else if (page !== this.#peer) return; // a page whose place another one has taken
    else if (kind === "bye") this.#drop("waiting");
    else if (kind === "hold" || kind === "resume") this.#holdThere(kind === "hold");
    else if (session !== this.#session) return; // of an attempt that is over
    else if (kind === "answer") await this.#connection.setRemoteDescription({ type: "answer", sdp: text });
    else await this.#connection.addIceCandidate(JSON.parse(text));
  }

  async #greeted(page) {
    if (this.#where.track === "citizen") return this.#tell("hello");
    if (page === this.#peer && (this.#isConnecting || this.#isConnected)) return; // its own connection tells when it is lost
    const connection = await this.#begin(page, crypto.randomUUID());
    connection.addTrack(this.#track);
    await connection.setLocalDescription();
    this.#tell("offer", connection.localDescription.sdp);
  }

  async #answer(page, session, sdp) {
    if (this.#where.track !== "citizen") return;
    const connection = await this.#begin(page, session);
    await connection.setRemoteDescription({ type: "offer", sdp });
    connection.addTrack(this.#track);
    await connection.setLocalDescription();
    this.#tell("answer", connection.localDescription.sdp);
  }

  async #begin(page, session) {
    const iceServers = await calls.iceServers(this.#where.token, this.#where.id);
    this.#drop("connecting");
    const connection = (this.#connection = new RTCPeerConnection({ iceServers }));
    this.#peer = page;
    this.#session = session;
    this.#since = Date.now();
    connection.onicecandidate = ({ candidate }) => { if (candidate) this.#tell("candidate", JSON.stringify(candidate), session); };
    connection.ontrack = ({ track }) => { this.#audio.srcObject = new MediaStream([track]); };
    connection.onconnectionstatechange = () => this.#changed(connection);
    return connection;
  }

  #changed(connection) {
    if (connection !== this.#connection) return;
    if (connection.connectionState === "connected") {
      this.#show("good");
      this.#silence();
      if (this.#held) this.#tell("hold"); // whoever came anew does not know
    }
    if (["disconnected", "failed", "closed"].includes(connection.connectionState)) this.#holdThere(false, "cut");
  }

  // Every few seconds: how the line is, or another try.
  async #look() {
    if (!this.#isConnected) return this.#isConnecting ? null : this.#tell("hello");
    const report = [...(await this.#connection.getStats()).values()];
    const [quality, seen] = qualityOf(report, this.#seen);
    this.#seen = seen;
    if (this.#isConnected) this.#show(quality);
  }

  get #isConnected() {
    return this.#connection?.connectionState === "connected";
  }

  get #isConnecting() {
    return ["new", "connecting"].includes(this.#connection?.connectionState) && Date.now() - this.#since < PATIENCE_MS;
  }

  #holdThere(held, state = this.#state) {
    this.#heldThere = held;
    this.#show(state);
    this.#silence();
  }

  // Nothing is heard on either side; the microphone is whose it is, and told by the event.
  #silence() {
    this.#audio.muted = this.#held || this.#heldThere;
    this.dispatchEvent(new Event("hold"));
  }

  #drop(state) {
    this.#connection?.close();
    this.#connection = this.#peer = this.#session = this.#seen = null;
    this.#audio.srcObject = null;
    this.#holdThere(false, state);
  }

  #show(state) {
    if (state === this.#state) return;
    this.#state = state;
    this.dispatchEvent(new Event("state"));
  }

  // One after the other, for a candidate is no use before its offer. What is lost is made up for by the next try.
  #tell(kind, text = "", session = this.#session) {
    if (this.#closed) return;
    const { id, track } = this.#where, told = { track, page: this.#page, kind, session, text };
    const token = (this.#token = this.#where.token ?? this.#token); // whoever signs out says goodbye with the last one
    this.#telling = this.#telling.then(() => calls.signal(token, id, told)).catch(() => null);
  }
}
