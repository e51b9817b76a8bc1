// The table twin: what the canvas shows, as a list says it.

import { visible } from "./model.js";
import { nameOf, pick } from "./pane.js";
import { at, button, el, said, t } from "./words.js";

export function fillTable() {
  if (!at("twin").open) return;
  const { nodes, edges } = visible();
  const tied = new Set(edges.flatMap((edge) => [edge.source, edge.target]));
  const name = (id) => el("td", {}, button(said(nameOf(id)), () => pick(id), { className: "go" }));
  const rows = edges.map((edge) => el("tr", {}, name(edge.source), el("td", {}, edge.says), name(edge.target), el("td", {}, t(`from.${edge.from}`))));
  const alone = [...nodes].filter((id) => !tied.has(id)).map((id) => el("tr", {}, name(id), el("td"), el("td"), el("td")));
  const heads = ["col.a", "relation", "col.b", "col.from"].map((key) => el("th", { scope: "col" }, t(key)));
  at("rows").replaceChildren(el("table", { className: "list" }, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...rows, ...alone)));
}
