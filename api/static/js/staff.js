// The key of a member of staff, in this tab only.
const KEY = "isac.staff";
let here = null; // for a browser that keeps nothing

export function kept() {
  try {
    return sessionStorage.getItem(KEY) ?? here;
  } catch {
    return here;
  }
}

export function keep(token) {
  here = token;
  try {
    sessionStorage.setItem(KEY, token);
  } catch {
    // It is kept until the page is closed.
  }
}

export function forget() {
  here = null;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
