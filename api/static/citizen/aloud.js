// Answers read aloud by the browser, where it has a voice: when asked for, or each as it comes.
import { h } from "../js/dom.js";
import { t, words } from "../js/words.js";
import { icon } from "./icons.js";
import * as kept from "./kept.js";

const KEY = "isac.aloud";
export const canSpeak = () => "speechSynthesis" in globalThis;
export const always = () => kept.choice(KEY) === "yes";
export const setAlways = (wanted) => kept.choose(KEY, wanted ? "yes" : "no");

let stopped = () => {};

export function speak(text, onend = () => {}) {
  if (!canSpeak()) return;
  quiet();
  const speech = new SpeechSynthesisUtterance(text.replace(/https?:\/\/\S+/g, ""));
  speech.lang = words().language;
  stopped = onend;
  speech.onend = speech.onerror = onend;
  speechSynthesis.speak(speech);
}

export function quiet() {
  stopped();
  stopped = () => {};
  speechSynthesis.cancel();
}

export function aloudButton(text) {
  if (!canSpeak()) return null;
  const button = h("button", { type: "button", class: "small listen", onclick: () => (reading ? quiet() : start()) });
  let reading = false;
  const draw = (now) => {
    reading = now;
    button.replaceChildren(icon(now ? "stop" : "listen"));
    button.setAttribute("aria-label", t(now ? "listen-stop" : "listen"));
    button.title = t(now ? "listen-stop" : "listen");
  };
  const start = () => { speak(text(), () => draw(false)); draw(true); };
  draw(false);
  return button;
}
