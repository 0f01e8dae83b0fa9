// Whoever comes back from the provider of accounts: the key goes to the tab that needs it, and the page goes on.
import * as account from "./account.js";
import { byId } from "./dom.js";
import * as staff from "./staff.js";

const { token, who, wayOut, renews, back } = byId("content").dataset;

if (token) {
  staff.keep(token, { who, wayOut });
  if (renews === "true") {
    account.handOver({ token, who, wayOut }, () => window.close());
    byId("renewed").hidden = false;
  } else location.replace(account.whereFrom(back));
}
if (!token || renews === "true") history.replaceState(null, "", location.pathname); // neither state nor code stay in the address
