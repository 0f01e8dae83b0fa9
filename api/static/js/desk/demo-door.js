// The way in of a demonstration: a name and a role are enough.
import { byId } from "../dom.js";
import { Offline, Problem } from "../http.js";
import * as api from "./api.js";

// `enter(key)`: goes in. `fail(error)`: tells what went wrong.
export function beginDemo(enter, fail) {
  const form = byId("demo-door");
  form.hidden = document.body.dataset.door !== "demo";
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { name, role } = Object.fromEntries(new FormData(form));
    try {
      const { token } = await api.login(name.trim(), role);
      await enter(token);
    } catch (error) {
      if (!(error instanceof Offline || error instanceof Problem)) throw error;
      fail(error);
    }
  });
}
