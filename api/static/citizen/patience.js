// How long an answer may take: told after a moment, told again with a way out, given up in the end.
import { byId, h } from "../js/dom.js";
import { t } from "../js/words.js";

const SOON_MS = 250, SLOW_MS = 8000, LATE_MS = 45_000;

export class Patience {
  #given = new AbortController();
  #timers;
  signal = AbortSignal.any([this.#given.signal, AbortSignal.timeout(LATE_MS)]);

  constructor() {
    const status = byId("status");
    const giveUp = () => h("button", { type: "button", class: "small", onclick: () => this.#given.abort(new DOMException("given up", "TimeoutError")) }, t("give-up"));
    this.#timers = [
      setTimeout(() => status.replaceChildren(t("typing")), SOON_MS),
      setTimeout(() => status.replaceChildren(t("slow"), giveUp()), SLOW_MS),
    ];
  }

  end() {
    for (const timer of this.#timers) clearTimeout(timer);
    byId("status").replaceChildren();
  }
}
