// Questions without an answer, by theme. The page holds its words; here they meet what the service knows.
import { Door } from "./door.js";
import { byId, h } from "./dom.js";
import * as http from "./http.js";
import * as staff from "./staff.js";

const filter = byId("filter"), status = byId("status");
const number = new Intl.NumberFormat(document.documentElement.lang);

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
    clear();
    throw error;
  }
}

const door = new Door({ show, clear });
filter.addEventListener("submit", (event) => { event.preventDefault(); door.go(); });
