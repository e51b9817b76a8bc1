// The table twin: what the canvas shows, as a list says it.

import { known, visible } from "./model.js";
import { nameOf, pick } from "./pane.js";
import { at, button, el, said, t } from "./words.js";

export function fillTable() {
  if (!at("twin").open) return;
  const { nodes, edges } = visible();
  const tied = new Set(edges.flatMap((edge) => [edge.source, edge.target]));
  const name = (id) => el("td", {}, button(said(nameOf(id)), () => pick(id), { className: "go" }));
  // two notices may each have a （九） of the same title
  const of = (...ends) => {
    const one = ends.map((id) => known.nodes.get(id)).find((node) => node.of);
    return el("td", {}, one && el("a", { href: `/node?${new URLSearchParams([["id", one.notice]])}` }, said(one.of)));
  };
  const rows = edges.map((edge) => el("tr", {}, name(edge.source), el("td", {}, edge.says), name(edge.target), el("td", {}, t(`from.${edge.from}`)), of(edge.source, edge.target)));
  const alone = [...nodes].filter((id) => !tied.has(id)).map((id) => el("tr", {}, name(id), el("td"), el("td"), el("td"), of(id)));
  const heads = ["col.a", "relation", "col.b", "col.from", "kind.Notice"].map((key) => el("th", { scope: "col" }, t(key)));
  at("rows").replaceChildren(el("table", { className: "list" }, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...rows, ...alone)));
}
