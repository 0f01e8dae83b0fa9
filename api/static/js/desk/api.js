// What the desk asks the service. Every method may throw Offline or Problem.
import { call, send } from "../http.js";
import * as staff from "../staff.js";

const ask = (method, path, body, more) => call(method, `/v1/${path}`, { token: staff.kept(), body, ...more });
const tell = (method, path, body) => send(method, `/v1/${path}`, { token: staff.kept(), body });
const query = (path, values) => `${path}?${new URLSearchParams(Object.entries(values).filter(([, value]) => value))}`;
const id = encodeURIComponent;

export const login = (name, role) => call("POST", "/v1/desk/login", { body: { name, role } });
export const choices = () => ask("GET", "desk/choices");

export const enter = (presence) => ask("PUT", "desk/presence", presence);
export const leave = (token) => send("DELETE", "/v1/desk/presence", { token }); // the key that is given back meanwhile
export const present = () => ask("GET", "desk/presence");

export const queue = () => ask("GET", "queue?limit=200");
export const mine = () => ask("GET", "queue/mine");
export const accept = (handOff) => ask("POST", `queue/${id(handOff)}/accept`);
export const decline = (handOff) => tell("POST", `queue/${id(handOff)}/decline`);
export const transfer = (handOff, to, note) => tell("POST", `queue/${id(handOff)}/transfer`, { to, note });
export const giveBack = (handOff) => tell("POST", `queue/${id(handOff)}/return`);
export const close = (handOff, disposition, summary) => tell("POST", `queue/${id(handOff)}/close`, { disposition, summary });
export const callSupervisor = (handOff) => tell("POST", `queue/${id(handOff)}/supervisor`);

export const consultations = () => ask("GET", "consultations");
export const consult = (handOff, to, text, key) => ask("POST", `queue/${id(handOff)}/consultations`, { to, text }, { key });
export const takeConsultation = (of) => ask("POST", `consultations/${id(of)}/accept`);
export const declineConsultation = (of) => tell("POST", `consultations/${id(of)}/decline`);
export const sayInConsultation = (of, text, key) => ask("POST", `consultations/${id(of)}/messages`, { text }, { key });
export const endConsultation = (of) => tell("POST", `consultations/${id(of)}/end`);
export const callToMake = (handOff) => ask("GET", `desk/call-backs/${id(handOff)}`);
export const notReached = (handOff) => ask("POST", `desk/call-backs/${id(handOff)}/not-reached`);

export const conversation = (of) => ask("GET", `conversations/${id(of)}`);
export const say = (of, message, key) => ask("POST", `conversations/${id(of)}/agent-messages`, message, { key });
export const seen = (of, what, number) => tell("POST", `conversations/${id(of)}/seen`, { what, number });
export const typing = (of) => tell("POST", `conversations/${id(of)}/typing`);
export const conversationEvents = (of) => `/v1/conversations/${id(of)}/events`;
export const summary = (of) => ask("GET", `contacts/${id(of)}/summary`);

export const putRight = (of, wish) => ask("PATCH", `conversations/${id(of)}/reading`, wish);

// `kind`: conversations or calls.
export const citizen = (of, kind) => ask("GET", `${kind}/${id(of)}/citizen`);
export const identify = (of, kind, how, who) => ask("POST", `${kind}/${id(of)}/identity`, { how, citizen: who });
export const findCitizen = (document, reason) => ask("POST", "citizens/find", { document, reason });
export const timeline = (who, conversation, after) => ask("GET", query(`citizens/${id(who)}/timeline`, { conversation, after, limit: 10 }));
export const cases = (who, conversation) => ask("GET", query(`citizens/${id(who)}/cases`, { conversation }));
export const changeCase = (who, one, conversation, change) => ask("PATCH", query(`citizens/${id(who)}/cases/${id(one)}`, { conversation }), change);
export const keepPromise = (who, one, promise, conversation, done) =>
  ask("PATCH", query(`citizens/${id(who)}/cases/${id(one)}/promises/${id(promise)}`, { conversation }), { done });
export const appointmentsOf = (document, reason) => ask("POST", "desk/appointments/find", { document, reason });

export const quality = (days) => ask("GET", query("insights/quality", days));
export const readingCases = (days) => ask("GET", query("insights/readings", { ...days, limit: 50 }));

export const suggestions = (dialogue) => ask("POST", "copilot/suggestions", dialogue);
export const feedback = (of, verdict) => tell("POST", `copilot/suggestions/${id(of)}/feedback`, verdict);

export const availability = (wish) => ask("GET", query("availability", wish));
export const book = (wish, key, language) => ask("POST", "desk/appointments", wish, { key, language });
export const agenda = (office, day) => ask("GET", query("desk/appointments", { office_id: office, day }));
export const attendance = (locator, mark) => ask("POST", `desk/appointments/${id(locator)}/attendance`, { mark });
export const pageWords = (language) => call("GET", `/v1/phrases/page?language=${language}`);
