// What the citizen pressed, as its button said it; what they wrote is their own. `before`: the turn that it answers.
import { t, words } from "../js/words.js";

const MASKED = /\[(DOCUMENT|NUSS|PHONE|EMAIL|ACCOUNT)\]/g;

export function labelOf(text, before) {
  const offer = before?.offers.find(({ reply }) => reply === text);
  if (offer) return `${offer.date_text}, ${offer.time_text}`;
  if (before?.appointment?.status === "proposed") {
    const place = before.quick_replies.indexOf(text);
    if (place === 0 || place === 1) return readBackLabels(before)[place];
  }
  const language = words().languages.find(({ ask }) => ask === text);
  if (language) return language.name;
  if (text === t("person-message")) return t("person");
  return text.replace(MASKED, (_, kind) => t(`masked-${kind.toLowerCase()}`));
}

// The buttons of a card that waits for a yes: what the yes does, and what the no does.
export const readBackLabels = ({ appointment: { action } }) => [t(`confirm-${action}`), t(`not-${action}`)];
