// The microphone of this browser. Events: `sound` with {pcm, peak}, `lost` when it was unplugged.

// Echo is taken away; noise is not: what makes speech pleasant to people makes it harder to transcribe.
const AUDIO = { channelCount: 1, echoCancellation: true, noiseSuppression: false };
const WHY = { NotAllowedError: "mic-denied", SecurityError: "mic-denied", NotFoundError: "mic-none" };

export class NoMicrophone extends Error {
  // `word`: the key of what to tell.
  constructor(word) {
    super(word);
    this.word = word;
  }
}

export class Microphone extends EventTarget {
  #stream; #context; #silenced = new Set();

  // To be called from a press of a button: browsers start no sound by themselves. Throws NoMicrophone.
  async open() {
    if (!navigator.mediaDevices) throw new NoMicrophone("mic-denied"); // a page without TLS
    try {
      this.#stream = await navigator.mediaDevices.getUserMedia({ audio: AUDIO });
      this.#context = new AudioContext();
      await this.#context.audioWorklet.addModule("/static/js/pcm-worklet.js");
      this.#connect();
      await this.#context.resume();
    } catch (error) {
      this.close();
      throw new NoMicrophone(WHY[error.name] ?? "mic-failed");
    }
  }

  #connect() {
    const node = new AudioWorkletNode(this.#context, "isac-pcm");
    node.port.onmessage = ({ data }) => this.dispatchEvent(new CustomEvent("sound", { detail: data }));
    this.#context.createMediaStreamSource(this.#stream).connect(node);
    node.connect(this.#context.destination); // it gives silence; without a destination it would not run
    for (const track of this.#stream.getTracks()) track.onended = () => this.dispatchEvent(new Event("lost"));
  }

  // It gives silence for as long as there is a reason: whoever speaks muted it, or the call is on hold.
  silence(reason, silent) {
    if (silent) this.#silenced.add(reason);
    else this.#silenced.delete(reason);
    for (const track of this.#stream?.getTracks() ?? []) track.enabled = this.#silenced.size === 0;
  }

  // What it hears, for the other side.
  get track() {
    return this.#stream.getAudioTracks()[0];
  }

  close() {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    if (this.#context && this.#context.state !== "closed") this.#context.close();
  }
}
