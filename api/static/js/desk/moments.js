// Hours and waits, in figures.
import { word } from "../call-words.js";

const language = document.documentElement.lang;
const weekday = Intl.DateTimeFormat.supportedLocalesOf(language).length ? { weekday: "short" } : {}; // not every browser has those of Basque
const day = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language,
  { ...weekday, year: "numeric", month: "2-digit", day: "2-digit", timeZone: "UTC" });

const two = (n) => String(n).padStart(2, "0");

export function hour(text) {
  const at = new Date(text);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

// As the clock of the office has it, whatever that of this browser says.
export const officeHour = (text) => text.slice(11, 16);
export const officeMoment = (text) => `${day.format(new Date(`${text.slice(0, 10)}T00:00Z`))} · ${officeHour(text)}`;

// 0 to 59 seconds are "just now": a figure that runs draws the eye for nothing.
export function wait(seconds) {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return word("now");
  if (minutes < 60) return `${minutes} ${word("minutes")}`;
  return `${Math.floor(minutes / 60)} ${word("hours")} ${minutes % 60} ${word("minutes")}`;
}

export const since = (text) => wait((Date.now() - new Date(text)) / 1000);
