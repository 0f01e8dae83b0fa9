// Which conversation this tab is in, and what was being written. Only its id and its key are kept, and only in this tab.
import * as kept from "./kept.js";

const KEY = "isac.conversation", DRAFT = "isac.draft", BACK = "#volver=";

// A link that brings one back comes before what the tab knew; its key leaves the address bar at once.
export function begun() {
  if (location.hash.startsWith(BACK)) {
    const [id, ...token] = decodeURIComponent(location.hash.slice(BACK.length)).split(".");
    history.replaceState(null, "", location.pathname + location.search);
    if (id && token.length) return { id, token: token.join(".") };
  }
  try {
    return JSON.parse(kept.inTab(KEY));
  } catch {
    return null;
  }
}

export const keep = ({ id, token }) => kept.keepInTab(KEY, JSON.stringify({ id, token }));
export const forget = () => kept.forgetInTab(KEY);
// After the sign that no server is sent.
export const linkTo = ({ id, token }) => `${location.origin}/${BACK}${encodeURIComponent(`${id}.${token}`)}`;

export const draft = () => kept.inTab(DRAFT) ?? "";
export const keepDraft = (text) => (text ? kept.keepInTab(DRAFT, text) : kept.forgetInTab(DRAFT));
