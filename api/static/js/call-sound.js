// What is wrong with the sound of a side, told once in a call: from then on its words are not to be relied on.
import { word } from "./call-words.js";
import { byId, h } from "./dom.js";

const WRONG = new Set(["ahead", "clipped"]);

// An event `track`. One that is told again, to who follows the call anew, is shown already.
export function tellSound({ track, state }) {
  if (!WRONG.has(state)) return;
  const shown = byId("sound-wrong"), text = word(`${state}-${track}`);
  if (![...shown.children].some((told) => told.textContent === text)) shown.append(h("p", {}, text));
}

export function forgetSound() {
  byId("sound-wrong").replaceChildren();
}
