// Ways to keep an appointment: copied, shared, by e-mail, printed, on the map.
import { t, words } from "../js/words.js";

export const placeOf = (card) =>
  (card.channel === "in_person" ? [card.office_name, card.office_address].filter(Boolean).join(", ") : card.room_url ?? t(card.channel));

export const lines = (card) => [
  `${t("when")}: ${card.date_text}, ${card.time_text}`,
  `${t("where")}: ${placeOf(card)}`,
  card.matter && `${t("matter")}: ${card.matter}`,
  `${t("locator")}: ${card.locator}`,
  card.bring && `${t("bring")}: ${card.bring}`,
  t("keep"),
].filter(Boolean);

export const mapLink = (card) => words().map.replace("{place}", encodeURIComponent(card.office_address || card.office_name));

export const mailLink = (card) =>
  `mailto:?subject=${encodeURIComponent(t("ics-summary"))}&body=${encodeURIComponent(lines(card).join("\r\n"))}`;

export const share = (card) =>
  navigator.share({ title: t("ics-summary"), text: lines(card).join("\n") }).catch(() => {}); // they thought better of it

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}

// The card alone: the rest of the conversation may hold what is nobody else's business.
export function printCard(element) {
  const done = () => {
    document.documentElement.classList.remove("printing");
    element.classList.remove("to-print");
  };
  document.documentElement.classList.add("printing");
  element.classList.add("to-print");
  addEventListener("afterprint", done, { once: true });
  print();
}
