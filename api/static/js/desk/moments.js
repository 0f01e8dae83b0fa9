// Hours and waits, in figures.
import { word } from "../call-words.js";

const two = (n) => String(n).padStart(2, "0");

export function hour(text) {
  const at = new Date(text);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

// 0 to 59 seconds are "just now": a figure that runs draws the eye for nothing.
export function wait(seconds) {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return word("now");
  if (minutes < 60) return `${minutes} ${word("minutes")}`;
  return `${Math.floor(minutes / 60)} ${word("hours")} ${minutes % 60} ${word("minutes")}`;
}

export const since = (text) => wait((Date.now() - new Date(text)) / 1000);
