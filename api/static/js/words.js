// The page's words, in the language of the conversation. Those of the first one come within the page.
import { getWords } from "./http.js";

let current = JSON.parse(document.getElementById("words").textContent);

export const words = () => current;
export const t = (key) => current.phrases[key] ?? key;

export async function loadWords(language) {
  if (current.language === language) return;
  current = await getWords(language);
  document.documentElement.lang = current.language;
  document.title = `${t("name")} · ${t("body")}`;
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-t-label]")) element.setAttribute("aria-label", t(element.dataset.tLabel));
  for (const element of document.querySelectorAll("[data-t-placeholder]")) element.placeholder = t(element.dataset.tPlaceholder);
  for (const link of document.querySelectorAll(".legal a")) link.search = `?language=${current.language}`;
  document.dispatchEvent(new Event("words"));
}

// The hour, and the day with it when that is not today, as the language tells them. A browser that lacks the
// language tells them in Spanish, not in its own.
export function moment(at) {
  const day = at.toDateString() === new Date().toDateString() ? {} : { weekday: "long", day: "numeric", month: "long" };
  return new Intl.DateTimeFormat([current.language, "es"], { ...day, hour: "numeric", minute: "2-digit" }).format(at);
}
