// The legend, which is the switch of the kinds, and the filters of the measures.

import { post } from "./ask.js";
import { draw } from "./draw.js";
import { edgesShown, filters, known, shown } from "./model.js";
import { settle } from "./past.js";
import { fillTable } from "./table.js";
import { at, el, t, tell } from "./words.js";

const KINDS = ["Measure", "Department", "Project", "Region", "Theme", "Notice"];
const ROLES = ["first", "lead", "responsible", "support", "guide"];

function changed() {
  draw();
  count();
  fillTable();
  settle();
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

function options(select, pairs) {
  const kept = filters[select.name];
  select.replaceChildren(el("option", { value: "" }, t("any")), ...pairs.map(([value, name]) => el("option", { value }, name)));
  if (kept && !pairs.some(([value]) => value === kept)) select.append(el("option", { value: kept }, known.places.get(kept) ?? known.nodes.get(kept)?.name ?? kept));
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

function places(nodes) {
  const named = new Map(nodes.filter((node) => node.kind === "Region").map((node) => [node.id, node.name]));
  for (const node of nodes) for (const id of known.touched.get(node.id) ?? []) named.set(id, known.places.get(id));
  return [...named].map(([id, name]) => [id, name.slice(0, 40)]).sort((a, b) => a[1].localeCompare(b[1], "zh"));
}

function choices() {
  const form = at("narrow").elements;
  const nodes = [...shown.keys()].map((id) => known.nodes.get(id));
  const measures = nodes.filter((node) => node.kind === "Measure");
  const notices = [...new Set(measures.map((node) => node.notice))].sort();
  const limits = [...new Set(measures.map((node) => node.limit || "none"))].sort();
  options(form.role, ROLES.map((role) => [role, role === "first" ? t("first") : t(`role.${role}`)]));
  options(form.notice, notices.map((id) => [id, id.slice(0, 40)]));
  options(form.region, places(nodes));
  options(form.limit, limits.map((limit) => [limit, t(`limit.${limit}`)]));
  form.due.value = filters.due;
  const used = ["role", "notice", "region", "limit", "due"].filter((key) => filters[key]).length;
  at("narrowed").textContent = used ? String(used) : "";
}

export function count() {
  const nodes = Number(document.documentElement.dataset.nodes ?? 0);
  const { length } = edgesShown();
  const hidden = shown.size - nodes;
  tell(shown.size ? t(hidden ? "shows.hidden" : "shows", { n: nodes, lines: length, hidden }) : t("empty"));
}

export function refresh() {
  legend();
  choices();
  count();
  fillTable();
  if (filters.region || at("narrow").closest("details").open) learnPlaces();
}

export function listen() {
  at("narrow").closest("details").addEventListener("toggle", (event) => event.target.open && learnPlaces());
  for (const kind of KINDS) {
    at("legend").querySelector(`[data-kind="${kind}"] input`).addEventListener("change", (event) => {
      if (event.target.checked) filters.off.delete(kind);
      else filters.off.add(kind);
      changed();
    });
  }
  at("narrow").addEventListener("submit", (event) => event.preventDefault());
  at("narrow").addEventListener("input", (event) => {
    filters[event.target.name] = event.target.value;
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

