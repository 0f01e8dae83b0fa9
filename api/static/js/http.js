// The service, as the page calls it. Tokens travel in a header; nothing personal is ever in an address.

export class Problem extends Error {
  // `after`: in how many seconds it may be tried again.
  constructor(body, after = 1) {
    super(body.title);
    this.body = body;
    this.after = after;
  }
}

// There was no answer of the service: no connection, or (Failed) something else answered, or (Late) nothing in time.
export class Offline extends Error {}
export class Failed extends Offline {}
export class Late extends Offline {}

const BUSY_TRIES = 3;
const pause = (seconds) => new Promise((go) => { setTimeout(go, seconds * 1000); });

// The answer as it comes. While another message of the conversation is being worked on, nothing is done of this one, and it
// is asked again. Throws Offline, Problem.
export async function send(method, path, options = {}) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await sendOnce(method, path, options);
    } catch (error) {
      if (error.body?.code !== "busy" || tries === BUSY_TRIES || options.signal?.aborted) throw error;
      await pause(error.after);
    }
  }
}

async function sendOnce(method, path, { token, body, language, key, headers: more, signal }) {
  const headers = { Accept: "application/json", "Accept-Language": language ?? document.documentElement.lang, ...more };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (key) headers["Idempotency-Key"] = key;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  let response;
  try {
    response = await fetch(path, { method, headers, signal, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch (error) {
    throw error.name === "TimeoutError" ? new Late(path) : new Offline(path);
  }
  if (response.ok) return response;
  const problem = await response.json().catch(() => null);
  throw problem === null ? new Failed(path) : new Problem(problem, Number(response.headers.get("Retry-After")) || 1);
}

export async function call(method, path, options) {
  const response = await send(method, path, options);
  if (response.status === 204) return null;
  const content = await response.json().catch(() => null);
  if (content === null) throw new Offline(path);
  return content;
}

const conversation = (session) => `/v1/conversations/${encodeURIComponent(session.id)}`;
const limited = (seconds) => AbortSignal.timeout(seconds * 1000);

export const getWords = (language) => call("GET", `/v1/phrases/page${language ? `?language=${language}` : ""}`, {
  language: language ?? (navigator.languages ?? ["es"]).join(","), signal: limited(30),
});
export const open = (language) => call("POST", "/v1/conversations", { body: { language }, signal: limited(40) });
export const read = (session) => call("GET", conversation(session), { token: session.token, signal: limited(30) });
export const say = (session, text, key, signal) =>
  call("POST", `${conversation(session)}/messages`, { token: session.token, body: { text }, key, signal });
// What the page tells of a conversation beside what is said in it: seen, typing, rating, helped.
export const tell = (session, what, body) =>
  call("POST", `${conversation(session)}/${what}`, { token: session.token, body, signal: limited(30) });
export const renew = (session) => call("POST", `${conversation(session)}/token`, { token: session.token, signal: limited(30) });
export const eventsPath = (session) => `${conversation(session)}/events`;
export const gaps = (token, form) => {
  const chosen = [...form].filter(([, value]) => value);
  return call("GET", `/v1/insights/gaps?${new URLSearchParams(chosen)}`, { token });
};
export const citation = (id) => call("GET", `/v1/citations/${encodeURIComponent(id)}`);
