// Lists that change by themselves do not move under a pointer or a focus: what changed waits until both have left.

export class Calm {
  #element; #draw; #late = false;

  // `late`: told whether something waits to be drawn.
  constructor(element, draw, late = () => {}) {
    this.#element = element;
    this.#draw = draw;
    const tell = (waits) => { this.#late = waits; late(waits); };
    this.#tell = tell;
    const settle = () => setTimeout(() => { if (this.#late && !this.#isBusy()) this.now(); });
    element.addEventListener("pointerleave", settle);
    element.addEventListener("focusout", settle);
  }

  #tell;

  draw() {
    if (this.#isBusy() && this.#element.childElementCount) this.#tell(true);
    else this.now();
  }

  now() {
    this.#tell(false);
    this.#draw();
  }

  #isBusy() {
    const pointed = matchMedia("(hover: hover)").matches && this.#element.matches(":hover"); // a finger that left still "hovers"
    return pointed || this.#element.contains(document.activeElement);
  }
}
