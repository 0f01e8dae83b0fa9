// How a hand-off is named in lists: what it is about, in which language, why, and whether it is urgent.
import { h } from "../dom.js";
import { languageName, word } from "../call-words.js";
import { capital, matterName } from "./names.js";

export function about(handOff) {
  return capital(matterName(handOff.need) || word(`reason-${handOff.reason}`));
}

export const alarm = (handOff) => (handOff.urgent ? h("strong", { class: "alarm" }, word("urgent")) : null);

// That somebody asked for a person is what one expects: only another reason is worth a line.
export const marks = (handOff, ...more) => h("span", { class: "marks" }, languageName(handOff.language),
  ...more.flatMap((text) => [" · ", text]), ...(handOff.need && handOff.reason !== "asked" ? [h("br"), word(`reason-${handOff.reason}`)] : []));
