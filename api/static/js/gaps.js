// Questions without an answer, by theme. The page holds its words; here they meet what the service knows.
import "./notice.js";
import { byId, h } from "./dom.js";
import * as http from "./http.js";
import * as staff from "./staff.js";

const enter = byId("enter"), filter = byId("filter"), notice = byId("notice"), status = byId("status");
const number = new Intl.NumberFormat(document.documentElement.lang);
const REFUSED = new Set(["bad_token", "expired_token", "missing_token", "forbidden"]);

const languageName = (code) => byId("language").querySelector(`[value="${code}"]`).textContent;
const why = (code) => byId("whys").content.querySelector(`[data-why="${code}"]`).textContent;

const counted = (counts, name, language = () => null) => {
  const entries = Object.entries(counts);
  const line = ([code, times]) => h("li", { lang: language(code) }, entries.length > 1 ? `${name(code)}: ${number.format(times)}` : name(code));
  return h("ul", { class: "plain-list" }, ...entries.map(line));
};

function themeItem(theme) {
  const item = byId("theme").content.cloneNode(true);
  const slot = (name) => item.querySelector(`[data-f="${name}"]`);
  const asked = theme.need ? theme.examples : theme.examples.slice(1); // the first is the title
  slot("title").textContent = theme.title;
  if (!theme.need) slot("title").lang = theme.examples[0].language;
  slot("aspect").textContent = theme.aspect_title ?? "";
  slot("examples").append(...asked.map(({ text, language, times }) =>
    h("li", {}, h("q", { lang: language }, text), times > 1 ? ` × ${number.format(times)}` : "")));
  slot("files").append(...theme.files.map((file) => h("li", {}, h("code", {}, file))));
  slot("times").textContent = number.format(theme.times);
  slot("languages").append(counted(theme.languages, languageName, (code) => code));
  slot("whys").append(counted(theme.whys, why));
  slot("first").append(h("time", { datetime: theme.first }, theme.first_text));
  slot("last").append(h("time", { datetime: theme.last }, theme.last_text));
  for (const name of [theme.aspect_title ? "" : "aspect", asked.length ? "" : "examples", theme.need ? "no-need" : "where"]) slot(name)?.remove();
  return item;
}

function clear() {
  notice.hide();
  byId("list").replaceChildren();
  byId("count").textContent = status.textContent = "";
  byId("more").hidden = byId("left-out").hidden = true;
}

async function show() {
  clear();
  status.textContent = status.dataset.loading;
  try {
    const found = await http.gaps(staff.kept(), new FormData(filter));
    byId("list").append(...found.themes.map(themeItem));
    byId("count").textContent = `(${number.format(found.themes.length + found.more)})`;
    byId("more").hidden = !found.more;
    byId("left-out").hidden = !found.left_out;
    status.textContent = found.themes.length ? "" : status.dataset.none;
    status.classList.remove("typing");
  } catch (error) {
    fail(error);
  }
}

function fail(error) {
  clear();
  if (error instanceof http.Offline) {
    notice.show(notice.dataset.lost, notice.dataset.retry, show);
  } else if (!(error instanceof http.Problem)) {
    throw error;
  } else if (REFUSED.has(error.body.code)) {
    staff.forget();
    door();
    notice.show(`${error.body.title}. ${error.body.detail}`);
    byId("token").focus();
  } else {
    notice.show(`${error.body.title}. ${error.body.detail}`, notice.dataset.retry, show);
  }
}

// In or out: the key is asked for, or the questions are shown.
function door() {
  const inside = Boolean(staff.kept());
  enter.hidden = inside;
  filter.hidden = byId("leave").hidden = byId("themes").hidden = !inside;
}

enter.addEventListener("submit", async (event) => {
  event.preventDefault();
  staff.keep(byId("token").value.trim());
  byId("token").value = "";
  door();
  await show();
  if (staff.kept()) byId("themes").focus();
});
filter.addEventListener("submit", (event) => { event.preventDefault(); show(); });
byId("leave").addEventListener("click", () => { staff.forget(); clear(); door(); byId("token").focus(); });

door();
if (staff.kept()) show();
