// Calls, as the pages ask the service about them.
import { Offline, call, send } from "./http.js";

const of = (id, rest = "") => `/v1/calls/${encodeURIComponent(id)}${rest}`;

export const begin = (token, wish) => call("POST", "/v1/calls", { token, body: wish });
export const latest = (token) => call("GET", "/v1/calls?limit=20", { token });
export const read = (token, id) => call("GET", of(id), { token });
export const agree = (token, id, proof) => call("POST", of(id, "/consent"), { token, body: proof });
export const signal = (token, id, told) => send("POST", of(id, "/signal"), { token, body: told });
export const iceServers = (token, id) => call("GET", of(id, "/ice-servers"), { token });
export const end = (token, id) => call("POST", of(id, "/end"), { token });
export const eraseAudio = (token, id) => send("DELETE", of(id, "/audio"), { token });
export const summary = (token, id) => call("GET", `/v1/contacts/${encodeURIComponent(id)}/summary`, { token });
export const feedback = (token, id, verdict) =>
  send("POST", `/v1/copilot/suggestions/${encodeURIComponent(id)}/feedback`, { token, body: verdict });

async function blob(token, path) {
  const response = await send("GET", path, { token, headers: { Accept: "*/*" } });
  try {
    return await response.blob();
  } catch {
    throw new Offline(path); // cut in the middle
  }
}

export const transcript = (token, id, form) => blob(token, of(id, `/transcript?format=${form}`));
export const sound = (token, id, track) => blob(token, of(id, `/audio/${track}`));

// The socket of a track. A browser can send no header: the token goes as a subprotocol, never in the address.
export function audioSocket(token, id, track, rate) {
  const address = new URL(of(id, "/audio"), location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  address.search = new URLSearchParams({ track, encoding: "pcm_s16le", rate, framing: "positioned" });
  const socket = new WebSocket(address, ["isac.audio", `isac.bearer.${token}`]);
  socket.binaryType = "arraybuffer";
  return socket;
}
