// The legend, which is the switch of the kinds, and the filters of the measures.

import { iso } from "../day.js";
import { post } from "./ask.js";
import { draw } from "./draw.js";
import { filters, known, shown, tally } from "./model.js";
import { step } from "./past.js";
import { fillTable } from "./table.js";
import { at, el, t, tell } from "./words.js";

const KINDS = ["Measure", "Department", "Project", "Region", "Theme", "Notice"];
const ROLES = ["first", "lead", "responsible", "support", "guide"];

function changed() {
  draw();
  count();
  fillTable();
  step();
}

function legend() {
  const numbers = new Map();
  for (const id of shown.keys()) numbers.set(known.nodes.get(id).kind, (numbers.get(known.nodes.get(id).kind) ?? 0) + 1);
  for (const kind of KINDS) {
    const label = at("legend").querySelector(`[data-kind="${kind}"]`);
    label.querySelector("input").checked = !filters.off.has(kind);
    label.querySelector(".n").textContent = numbers.get(kind) ?? 0;
    label.classList.toggle("empty", !numbers.get(kind));
  }
}

// Each choice with how many measures it leaves: roles in their order, all else most first.
function options(select, nameOf, order = null) {
  const kept = filters[select.name];
  const counts = tally(select.name);
  if (kept && !counts.has(kept)) counts.set(kept, 0);
  const values = [...counts.keys()].map((value) => [value, nameOf(value).slice(0, 40), counts.get(value)]);
  values.sort((a, b) => (order ? order.indexOf(a[0]) - order.indexOf(b[0]) : b[2] - a[2] || a[1].localeCompare(b[1], "zh")));
  select.replaceChildren(el("option", { value: "" }, t("any")), ...values.map(([value, name, n]) => el("option", { value }, t("counted", { name, n }))));
  select.value = kept;
}

// Which places the measures shown touch, also such as are not in the picture; asked when one wants to filter by them.
async function learnPlaces() {
  const ids = [...shown.keys()].filter((id) => known.nodes.get(id).kind === "Measure" && !known.touched.has(id));
  if (!ids.length) return;
  const answer = await post("regions", { ids });
  if (!answer) return;
  for (const id of ids) known.touched.set(id, answer.touched[id] ?? []);
  for (const [id, name] of Object.entries(answer.names)) known.places.set(id, name);
  choices();
  if (filters.region) {
    draw();
    count();
    fillTable();
  }
}

function choices() {
  const used = ["role", "notice", "region", "limit", "due"].filter((key) => filters[key]).length;
  at("narrowed").textContent = used ? String(used) : "";
  if (!used && !at("narrow").closest("details").open) return;
  const form = at("narrow").elements;
  const notices = new Map([...shown.keys()].map((id) => [known.nodes.get(id).notice, known.nodes.get(id).of]));
  options(form.role, (role) => (role === "first" ? t("first") : t(`role.${role}`)), ROLES);
  options(form.notice, (id) => notices.get(id) ?? id);
  options(form.region, (id) => known.places.get(id) ?? known.nodes.get(id)?.name ?? id);
  options(form.limit, (limit) => t(`limit.${limit}`));
  if (document.activeElement !== form.due) form.due.value = filters.due;
}

export function count() {
  const { nodes = 0, lines = 0 } = document.documentElement.dataset;
  const hidden = shown.size - Number(nodes);
  tell(shown.size ? t(hidden ? "shows.hidden" : "shows", { n: Number(nodes), lines: Number(lines), hidden }) : t("empty"));
}

export function refresh() {
  legend();
  choices();
  count();
  fillTable();
  if (filters.region || at("narrow").closest("details").open) learnPlaces();
}

export function listen() {
  at("narrow").closest("details").addEventListener("toggle", (event) => {
    if (!event.target.open) return;
    choices();
    learnPlaces();
  });
  for (const kind of KINDS) {
    at("legend").querySelector(`[data-kind="${kind}"] input`).addEventListener("change", (event) => {
      if (event.target.checked) filters.off.delete(kind);
      else filters.off.add(kind);
      changed();
    });
  }
  at("narrow").addEventListener("submit", (event) => event.preventDefault());
  at("narrow").addEventListener("input", (event) => {
    const { name, value } = event.target;
    const wanted = name === "due" ? iso(value) : value; // half a day narrows nothing
    if (!(name in filters) || wanted === filters[name]) return;
    filters[name] = wanted;
    changed();
    choices();
  });
  at("narrow").addEventListener("reset", () => {
    Object.assign(filters, { role: "", notice: "", region: "", limit: "", due: "" });
    setTimeout(() => {
      choices();
      changed();
    });
  });
}

