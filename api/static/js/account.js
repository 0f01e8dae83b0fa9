// The way in by the account of the organisation. The first time the page goes there and comes back; a page that has
// something to lose stays, and another tab goes: it hands the new key over.
import { byId } from "./dom.js";

const CHANNEL = "isac.staff", FROM = "isac.staff.from";
let waiting = null;

// Whether this installation has one.
export const offered = () => byId("account") !== null;

export function renew(arrive) {
  waiting?.close(); // asked for twice, it comes once
  const channel = waiting = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    channel.postMessage("taken");
    channel.close();
    arrive(data);
  };
  window.open(`${byId("account").href}&renews=true`, "_blank");
}

// For a page that waits in another tab; `taken`: it has it.
export function handOver(key, taken) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => { if (data === "taken") taken(); };
  channel.postMessage(key);
}

// The page has what it had in its address: the call of a link, the part of the desk.
export function noteWhereFrom() {
  try {
    sessionStorage.setItem(FROM, location.pathname + location.search + location.hash);
  } catch {
    // The page begins anew.
  }
}

export function whereFrom(back) {
  try {
    const from = sessionStorage.getItem(FROM);
    sessionStorage.removeItem(FROM);
    return from?.split(/[?#]/)[0] === back.split("?")[0] ? from : back;
  } catch {
    return back;
  }
}
