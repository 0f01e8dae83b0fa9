// An appointment made for the person in front, without leaving the conversation.
import { h, once } from "../dom.js";
import { word } from "../call-words.js";
import * as api from "./api.js";
import { field, form, select, submit } from "./fields.js";
import { officeMoment } from "./moments.js";
import { choices, isBookable, matterName } from "./names.js";
import { documentOf } from "./past.js";

const CHANNELS = ["in_person", "phone", "video"];
const HOURS = 10;

// `filled`: what an action of the copilot filled in; no hour is chosen for anybody. `work(deed)`: does it and tells what goes wrong.
// `done(text, locator)`: the confirmation, in the person's language, ready to be sent.
export function bookingForm(conversation, filled, work, done) {
  const { handOff } = conversation, wished = conversation.advice?.told?.actions?.find(({ kind }) => kind === "book");
  const given = { ...wished?.values, ...filled };
  const bookable = choices().matters.filter(({ bookable: can }) => can).map(({ id, name }) => [id, name]);
  const need = [given.need, handOff.need].find(isBookable) ?? bookable[0]?.[0];
  const matter = select("need", bookable, need);
  const channel = select("channel", CHANNELS.map((one) => [one, word(`channel-${one}`)]), given.channel ?? handOff.slots.channel);
  const postcode = h("input", { id: "postcode", inputmode: "numeric", maxlength: 5, autocomplete: "off", value: given.postcode ?? "" });
  const offices = [["", word("book-nearest")], ...choices().offices.map(({ id, name }) => [id, name])];
  const office = select("office", offices, given.office_id ?? given.office ?? handOff.slots.office ?? "");
  const found = h("div", { class: "found", role: "status" });
  const person = h("div", { class: "stack", hidden: true });
  const element = h("div", { class: "stack" },
    handOff.need && !isBookable(handOff.need) ? h("p", { class: "warn" }, `${matterName(handOff.need)}: ${word("not-bookable")}`) : null,
    form(() => work(find), field(word("matter"), matter), field(word("agenda-how"), channel),
      h("div", { class: "two" }, field(word("book-place"), postcode), field(word("book-office"), office)), submit(word("book-find"))),
    found, person);
  const key = crypto.randomUUID(); // pressed twice, it is one appointment

  async function find() {
    person.hidden = true;
    const place = office.value ? { office_id: office.value } : { postcode: postcode.value.trim() };
    const wish = { need: matter.value, channel: channel.value, limit: HOURS, ...place };
    const days = { from: given.date, to: given.date_to ?? given.date };
    const asked = given.date ? await api.availability({ ...wish, ...days }) : null;
    const { slots, office: at } = asked?.slots.length ? asked : await api.availability(wish);
    if (!slots.length) return found.replaceChildren(h("p", { class: "rest" }, word("book-none")));
    const option = (slot) => h("label", { class: "hour" }, h("input", { type: "radio", name: "slot", value: slot.slot_id, onchange: showPerson }),
      " ", officeMoment(slot.starts_at));
    found.replaceChildren(h("fieldset", { class: "hours" }, h("legend", {}, word("book-hours")), h("p", { class: "rest" }, at.name), ...slots.map(option)));
  }

  function showPerson() {
    if (person.hidden && !person.childElementCount) person.append(personForm());
    person.hidden = false;
  }

  function personForm() {
    const known = documentOf(conversation), hint = known ? null : handOff.slots.document;
    const input = (id, more) => h("input", { id, name: id, autocomplete: "off", ...more });
    return form(once(async (filled) => work(() => book(filled))),
      field(word("book-document"), input("document", { required: true, maxlength: 20, value: known }),
        hint ? h("span", { class: "hint" }, `${word("book-document-known")} ${hint}`) : null),
      field(word("book-name"), input("person-name", { maxlength: 120 })),
      field(word("book-phone"), input("phone", { type: "tel", maxlength: 40 })), submit(word("book-confirm")));
  }

  async function book(filled) {
    const text = (name) => filled.elements[name].value.trim() || undefined;
    const wish = { slot_id: found.querySelector(":checked").value, need: matter.value, document: text("document"), name: text("person-name"),
      phone: text("phone"), language: handOff.language, reason: `${word("book-reason")} (${handOff.id})` };
    const booked = await api.book(wish, `${key}-${wish.slot_id}`, handOff.language);
    const { phrases } = await api.pageWords(handOff.language);
    done(confirmation(booked, phrases), booked.locator);
  }

  return element;
}

function confirmation(booked, phrases) {
  const place = booked.channel === "in_person" && booked.office ? `${booked.office.name}, ${booked.office.address}` : phrases[booked.channel.replace("_", "-")];
  return [phrases.booked, `${phrases.when}: ${booked.date_text}, ${booked.time_text}`, `${phrases.where}: ${place}`,
    booked.room_url ? `${phrases.room}: ${booked.room_url}` : null, `${phrases.locator}: ${booked.locator}`, phrases.keep].filter(Boolean).join("\n");
}
