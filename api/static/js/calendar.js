// The appointment as a calendar file, made here so that the page never needs the person's document.
import { t } from "./words.js";

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

export function calendarFile(card) {
  const start = new Date(card.starts_at);
  const end = new Date(start.getTime() + card.minutes * 60_000);
  const place = card.channel === "in_person" ? [card.office_name, card.office_address].filter(Boolean).join(", ") : card.room_url ?? t(card.channel);
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ISAC//page//", "METHOD:PUBLISH", "BEGIN:VEVENT",
    `UID:${card.locator}@isac`, `DTSTAMP:${utc(new Date())}`, `DTSTART:${utc(start)}`, `DTEND:${utc(end)}`,
    `SUMMARY:${escape(t("ics-summary"))}`, `LOCATION:${escape(place)}`,
    `DESCRIPTION:${escape(`${t("locator")}: ${card.locator}`)}`, "END:VEVENT", "END:VCALENDAR",
  ];
  return new Blob([`${lines.map(fold).join("\r\n")}\r\n`], { type: "text/calendar;charset=utf-8" });
}

export function download(card) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(calendarFile(card));
  link.download = `${card.locator}.ics`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
