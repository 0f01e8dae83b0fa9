// The service, as the page calls it. Tokens travel in a header; nothing personal is ever in an address.

export class Problem extends Error {
  constructor(body) {
    super(body.title);
    this.body = body;
  }
}

export class Offline extends Error {}

// The answer as it comes. Throws Offline, Problem.
export async function send(method, path, { token, body, language, key, headers: more, signal } = {}) {
  const headers = { Accept: "application/json", "Accept-Language": language ?? document.documentElement.lang, ...more };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (key) headers["Idempotency-Key"] = key;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  let response;
  try {
    response = await fetch(path, { method, headers, signal, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw new Offline(path);
  }
  if (response.ok) return response;
  const problem = await response.json().catch(() => null);
  throw problem === null ? new Offline(path) : new Problem(problem);
}

export async function call(method, path, options) {
  const response = await send(method, path, options);
  const content = await response.json().catch(() => null);
  if (content === null) throw new Offline(path);
  return content;
}

const conversation = (session) => `/v1/conversations/${encodeURIComponent(session.id)}`;

export const getWords = (language) => call("GET", `/v1/phrases/page${language ? `?language=${language}` : ""}`, {
  language: language ?? (navigator.languages ?? ["es"]).join(","),
});
export const open = (language) => call("POST", "/v1/conversations", { body: { language } });
export const read = (session) => call("GET", conversation(session), { token: session.token });
export const say = (session, text, key) =>
  call("POST", `${conversation(session)}/messages`, { token: session.token, body: { text }, key });
export const gaps = (token, form) => {
  const chosen = [...form].filter(([, value]) => value);
  return call("GET", `/v1/insights/gaps?${new URLSearchParams(chosen)}`, { token });
};
export const citation = (id) => call("GET", `/v1/citations/${encodeURIComponent(id)}`);
