// The key of a member of staff, in this tab only; and whose it is, when they came by the account of their organisation.
const KEY = "isac.staff", ACCOUNT = "isac.staff.account";
const here = new Map(); // for a browser that keeps nothing

function read(name) {
  try {
    return sessionStorage.getItem(name) ?? here.get(name) ?? null;
  } catch {
    return here.get(name) ?? null;
  }
}

function write(name, text) {
  here.set(name, text);
  try {
    sessionStorage.setItem(name, text);
  } catch {
    // It is kept until the page is closed.
  }
}

function drop(name) {
  here.delete(name);
  try {
    sessionStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}

export const kept = () => read(KEY);

// {who, wayOut} of the account, or null.
export const account = () => JSON.parse(read(ACCOUNT));

export function keep(token, account = null) {
  write(KEY, token);
  if (account) write(ACCOUNT, JSON.stringify(account));
  else drop(ACCOUNT);
}

export function forget() {
  drop(KEY);
  drop(ACCOUNT);
}
