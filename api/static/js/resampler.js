// Sound from the rate of a sound card to another one: a windowed sinc, in a stream.
const LOBES = 16, GRID = 64;

export class Resampler {
  #step; #half; #kernel; #held; #at;

  constructor(from, to) {
    const cut = Math.min(1, to / from) * (from === to ? 1 : 0.94);
    this.#step = from / to;
    this.#half = Math.ceil(LOBES / cut);
    this.#kernel = Float32Array.from({ length: this.#half * GRID + 1 }, (_, n) => {
      const x = n / GRID;
      const sinc = n === 0 ? 1 : Math.sin(Math.PI * cut * x) / (Math.PI * cut * x);
      return cut * sinc * (0.5 + 0.5 * Math.cos((Math.PI * x) / this.#half));
    });
    this.#held = new Float32Array(this.#half);
    this.#at = this.#half;
  }

  // Samples in [-1, 1]; what cannot be made yet waits for the next call.
  take(input) {
    if (this.#step === 1) return input;
    const all = new Float32Array(this.#held.length + input.length);
    all.set(this.#held);
    all.set(input, this.#held.length);
    const made = [];
    for (; this.#at + this.#half < all.length; this.#at += this.#step) made.push(this.#one(all));
    const used = Math.min(all.length, Math.floor(this.#at) - this.#half);
    this.#held = all.slice(used);
    this.#at -= used;
    return Float32Array.from(made);
  }

  #one(all) {
    const first = Math.ceil(this.#at - this.#half), last = Math.floor(this.#at + this.#half);
    let sum = 0;
    for (let n = first; n <= last; n++) sum += (all[n] ?? 0) * this.#kernel[Math.round(Math.abs(n - this.#at) * GRID)];
    return sum;
  }
}
