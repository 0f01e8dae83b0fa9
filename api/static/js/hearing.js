// From the words to the sound: a press on a word, or on the hour of a segment, whose arrows choose a word of it.
import { clock, word } from "./call-words.js";
import { byId, h } from "./dom.js";

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

export const timeButton = ({ start }) =>
  h("button", { type: "button", class: "hour", "data-start": start, "aria-label": `${word("from")} ${clock(start)}` }, clock(start));

export function hear(transcript, play) {
  transcript.addEventListener("click", ({ target }) => {
    const pressed = target.closest(".hour, .word");
    if (!pressed) return;
    const chosen = pressed.matches(".hour") ? pressed.closest(".utterance").querySelector(".word.chosen") : null;
    play(Number((chosen ?? pressed).dataset.start));
  });
  transcript.addEventListener("keydown", (event) => {
    const hour = event.target.closest(".hour");
    if (!hour || !(event.key in STEPS)) return;
    event.preventDefault();
    choose([...hour.closest(".utterance").querySelectorAll(".word")], STEPS[event.key]);
  });
  transcript.addEventListener("focusout", ({ target }) => unchoose(target.closest(".utterance")));
}

function choose(words, step) {
  const at = words.findIndex((each) => each.classList.contains("chosen"));
  const next = words[Math.max(0, Math.min(words.length - 1, at + step))];
  words[at]?.classList.remove("chosen");
  next.classList.add("chosen");
  byId("chosen").textContent = next.textContent;
}

function unchoose(line) {
  line?.querySelector(".chosen")?.classList.remove("chosen");
}
