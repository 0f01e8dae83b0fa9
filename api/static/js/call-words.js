// Words that a page of calls holds in its template, and how it writes hours and lengths.
import { byId, h } from "./dom.js";

export const word = (key) => byId("words").content.querySelector(`[data-word="${key}"]`).textContent;

// In figures: browsers know no names of Basque months. English is that of Europe.
const locale = { en: "en-GB" }[document.documentElement.lang] ?? document.documentElement.lang;
const FIGURES = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const moment = new Intl.DateTimeFormat(locale, FIGURES);
const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const share = new Intl.NumberFormat(locale, { style: "percent" });
const money = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" });
const day = new Intl.DateTimeFormat(locale, { year: "numeric", month: "2-digit", day: "2-digit", timeZone: "UTC" });
const two = (n) => String(n).padStart(2, "0");

export const when = (text) => moment.format(new Date(text));
export const count = (n) => number.format(n);
export const percent = (n) => share.format(n);
export const euros = (text) => money.format(Number(text));
// 2026-12-03 as a day is written here; what is none, as it was said.
export const dayOf = (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? day.format(new Date(text)) : text);

// 75.4 is 01:15; an hour and more has its hours.
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds)), hours = Math.floor(whole / 3600);
  return `${hours ? `${hours}:` : ""}${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

// A language by its own name, as the links to the page in it have it.
export function languageName(code) {
  const name = document.querySelector(`.links a[hreflang="${code}"]`).textContent;
  return h("span", { lang: code }, name);
}
