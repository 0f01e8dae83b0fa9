// What the citizen has and had, as far as it is known who they are: read when the agent looks at it, for every look is audited.
import { Offline, Problem } from "../http.js";
import { word } from "../call-words.js";
import * as api from "./api.js";

const WRITTEN = /\b(?:[XYZ]\d{7}|\d{8})[ -]?[A-Z]\b/i; // a DNI or NIE, as people write it
const isAway = (error) => error instanceof Offline || error instanceof Problem;

// `conversation`: of the desk, or a call with the same fields. Of {who, cases, contacts, more, coming}: `coming` is null where it is not to be read, undefined where it could not be.
export async function read(conversation) {
  const who = await api.citizen(conversation.id, conversation.kind);
  if (!who.citizen) return { who, cases: [], contacts: [], more: null, coming: null };
  const [{ cases }, { interactions, next_after: more }, coming] = await Promise.all([
    api.cases(who.citizen, conversation.id), api.timeline(who.citizen, conversation.id), comingOf(conversation, who)]);
  return { who, cases, contacts: interactions, more, coming };
}

// What is written to the audit when somebody is looked up by their document.
const reasonOf = ({ handOff }) => `${word("look-reason")} (${handOff.id})`;

// The agent checked who it is with: whoever was stated or, by their document, somebody that nobody stated.
export async function check(conversation, how, document) {
  const named = document ? (await api.findCitizen(document, reasonOf(conversation))).id : undefined;
  await api.identify(conversation.id, conversation.kind, how, named);
  if (document) conversation.document = document;
}

// As it is known: checked, given to the assistant, or written to the agent.
export function documentOf({ document, packet, lines }) {
  const said = lines.findLast(({ speaker, text }) => speaker === "citizen" && WRITTEN.test(text));
  return document ?? packet?.given?.document ?? said?.text.match(WRITTEN)[0];
}

export async function readOn(past, conversation) {
  const { interactions, next_after: more } = await api.timeline(past.who.citizen, conversation.id, past.more);
  return { ...past, contacts: [...past.contacts, ...interactions], more };
}

// Whoever names the document of another must not learn, through an agent, where that person will be.
async function comingOf(conversation, who) {
  const document = documentOf(conversation);
  if (who.level !== "verified" || !document) return null;
  try {
    const found = await api.appointmentsOf(document, reasonOf(conversation));
    return found.filter(({ status, starts_at: at }) => status === "booked" && new Date(at) > Date.now()).sort((a, b) => a.starts_at.localeCompare(b.starts_at));
  } catch (error) {
    if (!isAway(error)) throw error;
    return undefined;
  }
}

const today = () => new Date().toLocaleDateString("sv");
export const isOverdue = ({ by, done }) => !done && /^\d{4}-\d\d-\d\d$/.test(by ?? "") && by < today();

// Those of open cases: overdue ones first, then by their day, then those without one.
export function promisesOf(cases) {
  const all = cases.filter(({ state }) => state !== "resolved").flatMap((one) => one.promises.map((promise) => ({ ...promise, of: one })));
  const rank = (one) => [one.done ? 1 : 0, isOverdue(one) ? 0 : 1, one.by ?? "9999"].join();
  return all.sort((a, b) => rank(a).localeCompare(rank(b)));
}
