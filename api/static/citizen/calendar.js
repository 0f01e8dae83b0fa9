// The appointment as a calendar file, made here so that the page never needs the person's document.
import { t } from "../js/words.js";
import { saveFile } from "./download.js";
import { lines as told, placeOf } from "./keeping.js";

const utc = (date) => date.toISOString().replace(/[-:]|\.\d{3}/g, "");
const escape = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");

// RFC 5545: lines of at most 75 octets; 60 UTF-16 units at most are 75 octets or less only in ASCII, so count bytes.
function fold(line) {
  const encoder = new TextEncoder();
  let out = "", width = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (width + size > 73) { out += "\r\n "; width = 1; }
    out += character;
    width += size;
  }
  return out;
}

// A day before and two hours before, the calendar reminds of it.
const alarm = (before) =>
  ["BEGIN:VALARM", "ACTION:DISPLAY", `TRIGGER:-${before}`, `DESCRIPTION:${escape(t("ics-summary"))}`, "END:VALARM"];

function calendarFile(card) {
  const start = new Date(card.starts_at);
  const end = new Date(start.getTime() + card.minutes * 60_000);
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ISAC//page//", "METHOD:PUBLISH", "BEGIN:VEVENT",
    `UID:${card.locator}@isac`, `SEQUENCE:${Math.floor(Date.now() / 1000) - 1_700_000_000}`, `DTSTAMP:${utc(new Date())}`,
    `DTSTART:${utc(start)}`, `DTEND:${utc(end)}`,
    `SUMMARY:${escape(t("ics-summary"))}`, `LOCATION:${escape(placeOf(card))}`, `DESCRIPTION:${escape(told(card).join("\n"))}`,
    `URL:${location.origin}/`, ...alarm("P1D"), ...alarm("PT2H"), "END:VEVENT", "END:VCALENDAR",
  ];
  return `${lines.map(fold).join("\r\n")}\r\n`;
}

export const download = (card) => saveFile(calendarFile(card), `${card.locator}.ics`, "text/calendar;charset=utf-8");
