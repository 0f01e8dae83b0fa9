// What one sees and presses of the voice between the two browsers: how it is, hold, volume, and where it sounds.
import { CallVoice } from "./call-voice.js";
import { word } from "./call-words.js";
import { byId, h } from "./dom.js";

export class VoicePanel {
  #voice = null; #microphone; #outputs = () => this.#listOutputs();

  // A call that the exchange carries has its voice there: `call` is one that began in a browser.
  start(call, where, microphone) {
    this.stop();
    if (!call.reference?.startsWith("softphone:")) return;
    const audio = byId("other-side"), voice = (this.#voice = new CallVoice(where, microphone.track, audio));
    this.#microphone = microphone;
    voice.addEventListener("state", () => this.#tell());
    audio.onloadedmetadata = () => this.#play(); // there is something to hear
    byId("start-sound").onclick = () => this.#play();
    voice.addEventListener("hold", () => this.#tell());
    byId("hold").onclick = () => voice.hold(!voice.held);
    byId("volume").oninput = ({ target }) => { audio.volume = target.value / 100; };
    byId("output").onchange = ({ target }) => audio.setSinkId(target.value).catch(this.#outputs);
    navigator.mediaDevices.addEventListener("devicechange", this.#outputs);
    byId("voice").hidden = byId("hold").hidden = false;
    this.#listOutputs();
    this.#tell();
  }

  // The events of the call: the other side tells by them how to find it.
  listen(events) {
    events.addEventListener("there", () => this.#voice?.greet());
    events.addEventListener("signal", ({ detail }) => this.#voice?.hear(detail));
  }

  stop() {
    this.#voice?.close();
    this.#voice = null;
    navigator.mediaDevices?.removeEventListener("devicechange", this.#outputs);
    byId("voice").hidden = byId("hold").hidden = byId("start-sound").hidden = true;
    byId("voice-state").textContent = "";
  }

  // A browser may refuse to sound before something was pressed: then it is told, with what to press.
  async #play() {
    const error = await byId("other-side").play().then(() => null, (refused) => refused);
    byId("start-sound").hidden = error?.name !== "NotAllowedError"; // any other is a line that is gone
    this.#tell();
  }

  #tell() {
    const voice = this.#voice;
    if (!voice) return;
    this.#microphone.silence("hold", voice.held || voice.heldThere);
    const blocked = !byId("start-sound").hidden ? "voice-blocked" : `voice-${voice.state}`;
    const key = voice.held ? "voice-held" : voice.heldThere ? "voice-held-there" : blocked;
    const shown = byId("voice-state");
    if (shown.textContent !== word(key)) shown.textContent = word(key);
    shown.dataset.state = voice.state;
    byId("hold").textContent = word(voice.held ? "resume" : "hold");
    byId("hold").dataset.on = voice.held;
  }

  // Browsers that cannot choose play where the system says.
  async #listOutputs() {
    const shown = byId("output"), audio = byId("other-side");
    const devices = audio.setSinkId ? await navigator.mediaDevices.enumerateDevices() : [];
    const outputs = devices.filter(({ kind, deviceId }) => kind === "audiooutput" && deviceId);
    shown.replaceChildren(...outputs.map(({ deviceId, label }) => h("option", { value: deviceId }, label)));
    shown.value = audio.sinkId || "default";
    byId("output-field").hidden = outputs.length < 2;
  }
}
