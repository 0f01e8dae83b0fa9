// How a hand-off is named in lists: what it is about, in which language, why, and whether it is urgent.
import { h } from "../dom.js";
import { languageName, word } from "../call-words.js";
import { matterName } from "./names.js";

export const about = (handOff) => matterName(handOff.need) || word(`reason-${handOff.reason}`);

export const alarm = (handOff) => (handOff.urgent ? h("strong", { class: "alarm" }, word("urgent")) : null);

export const marks = (handOff) => h("span", { class: "marks" }, languageName(handOff.language),
  handOff.need ? h("span", {}, word(`reason-${handOff.reason}`)) : null);
