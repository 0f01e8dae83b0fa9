// In the thread of the sound: what the microphone hears, as pieces of a tenth of a second at 16 kHz, 16 bits.
import { Resampler } from "./resampler.js";

const RATE = 16_000, PIECE = RATE / 10, QUANTUM = 128;

class Pcm extends AudioWorkletProcessor {
  #resampler = new Resampler(sampleRate, RATE);
  #piece = new Int16Array(PIECE);
  #filled = 0;
  #peak = 0;

  process([channels]) {
    for (const sample of this.#resampler.take(mono(channels))) {
      const bounded = Math.max(-1, Math.min(1, sample));
      this.#piece[this.#filled++] = Math.round(bounded * 32767);
      this.#peak = Math.max(this.#peak, Math.abs(bounded));
      if (this.#filled === PIECE) this.#give();
    }
    return true;
  }

  #give() {
    this.port.postMessage({ pcm: this.#piece, peak: this.#peak }, [this.#piece.buffer]);
    this.#piece = new Int16Array(PIECE);
    this.#filled = this.#peak = 0;
  }
}

// A microphone that gives nothing is silent: time goes on.
function mono(channels) {
  if (!channels?.length) return new Float32Array(QUANTUM);
  if (channels.length === 1) return channels[0];
  return channels[0].map((_, n) => channels.reduce((sum, channel) => sum + channel[n], 0) / channels.length);
}

registerProcessor("isac-pcm", Pcm);
