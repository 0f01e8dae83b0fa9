// The page's words, in the language of the conversation.
import { getWords } from "./http.js";

let current = { language: "es", languages: [], demo: false, phone: null, phrases: {} };

export const words = () => current;
export const t = (key) => current.phrases[key] ?? key;

export async function loadWords(language) {
  if (current.phrases.name && current.language === language) return;
  current = await getWords(language);
  document.documentElement.lang = current.language;
  document.title = `${t("name")} · ${t("body")}`;
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-t-label]")) {
    element.setAttribute("aria-label", t(element.dataset.tLabel));
  }
  document.getElementById("demo").hidden = !current.demo;
  document.getElementById("accessibility").href = `/accesibilidad?language=${current.language}`;
}
