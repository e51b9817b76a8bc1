// The source pane: what is chosen, in the words of the notice.

import { addPaths, add, askPaths, pathsFound, collapse, expand, hide, pin } from "./acts.js";
import { get } from "./ask.js";
import { draw } from "./draw.js";
import { choose, chosen, edgeKey, edgesShown, hiddenNear, known, learn, linesOf, mark, marked, otherEnd, shown } from "./model.js";
import { keep } from "./past.js";
import { at, button, el, said, start, t, tell } from "./words.js";

const byNumber = new Intl.Collator("zh", { numeric: true }); // 9 before 10
const RELATIONS = ["ASSIGNED_TO", "INVOLVES", "TOUCHES", "ABOUT", "CONTAINS", "ISSUED_BY", "CITES", "PART_OF", "LOCATED_IN"];
let asked = 0; // the last question; answers to earlier ones come too late

// What had the keyboard keeps it, or the pane does: a step leaves nobody at the beginning of the page.
function put(...parts) {
  const pane = at("pane");
  const held = pane.contains(document.activeElement) && document.activeElement;
  pane.replaceChildren(...parts.filter(Boolean));
  pane.scrollTop = 0;
  if (!held) return;
  const same = held.dataset.act && pane.querySelector(`[data-act="${held.dataset.act}"]:enabled`);
  (same || pane).focus({ preventScroll: true });
}

export function nameOf(id) {
  const { number = "", name } = known.nodes.get(id);
  return number + (/[0-9A-Za-z]$/.test(number) ? " " : "") + name; // 6 以事前产权激励为核心
}

// One node, two, a relation by its key, or nothing: it is drawn so, told of in the pane, and kept in the address.
function take(ids, key = null) {
  choose(ids);
  mark(key);
  draw();
  showPane();
  keep();
}

export const pick = (id) => take([id]);
export const pickBoth = (a, b) => take([a, b]);
export const pickEdge = (key) => take([], key);
export const pickNone = () => (chosen.length || marked) && take([]);

// A measure in the words of its notice, with what was read from them marked.
async function read(id, place) {
  const mine = asked;
  const found = await get("words", { id });
  if (mine !== asked || !found) return;
  place.replaceWith(
    el("p", { className: "text", lang: "zh-CN" }, ...found.words.map(([words, kinds]) => (kinds ? el("mark", { className: `m ${kinds}` }, words) : words))),
    el("p", { className: "small" }, el("a", { href: found.url }, said(found.notice))),
  );
}

const go = (id) => button(said(nameOf(id)), () => (shown.has(id) ? pick(id) : add([id], false)), { className: "go" });

function quote(found) {
  if (!found) return null;
  const [before, words, after] = found.quote ?? ["", "", ""];
  return el("blockquote", { className: "clause" },
    found.quote ? el("p", { lang: "zh-CN" }, said(before), el("mark", { className: "hit" }, said(words)), said(after)) : el("p", {}, t("no.words")),
    el("cite", {}, el("a", { href: found.url }, said(found.notice))));
}

// The notice that a measure stands in: several may have a （九） of the same title.
function of(id) {
  const { of: notice } = known.nodes.get(id);
  return notice && el("small", { className: "soft" }, said(notice));
}

// The clause of a relation, fetched when one wants to read it.
function clause(edge) {
  const words = el("div", { className: "words-of" });
  const more = button(t(`from.${edge.from}`), async () => {
    if (words.childElementCount) {
      more.setAttribute("aria-expanded", "false");
      return words.replaceChildren();
    }
    const found = await get("said", { source: edge.source, target: edge.target, kind: edge.kind });
    more.setAttribute("aria-expanded", "true");
    return found && words.replaceChildren(quote(found));
  }, { className: `from ${edge.from}`, "aria-expanded": "false" });
  return [more, words];
}

function node(id) {
  const it = known.nodes.get(id);
  const order = (edge) => (it.kind === "Measure" ? edge.order ?? 0 : 0);
  const lines = linesOf(id).sort((a, b) => RELATIONS.indexOf(a.kind) - RELATIONS.indexOf(b.kind) || order(a) - order(b) || byNumber.compare(otherEnd(a, id), otherEnd(b, id)));
  const facts = el("dl", { className: "facts" }, ...it.about.facts.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, said(value))]));
  const many = new Set(lines.map((edge) => known.nodes.get(otherEnd(edge, id)).notice).filter(Boolean)).size > 1;
  const list = el("ul", { className: "near" }, ...lines.map((edge, i) => {
    const [more, words] = clause(edge);
    if (i === 0 && it.kind !== "Measure" && edge.from === "stated") more.click();
    return el("li", {}, go(otherEnd(edge, id)), " ", el("span", { className: "soft" }, edge.says), " ", more, many && of(otherEnd(edge, id)), words);
  }));
  const text = it.about.text && el("p", { className: "text", lang: "zh-CN" }, said(it.about.text));
  put(
    el("p", { className: "soft small kind-of" }, it.about.kind),
    el("h2", {}, said(nameOf(id))),
    ...actions(id),
    facts,
    text,
    lines.length > 0 && el("h3", {}, t("links", { n: lines.length })),
    list,
  );
  if (it.kind === "Measure" && text) read(id, text);
}

// The kinds of neighbours with how many of them are not here yet; null while nobody has counted.
export const hiddenKinds = (id) => Object.keys(known.nodes.get(id).degrees ?? {}).map((kind) => [kind, hiddenNear(id, [kind])]);

function opener(id, kind, hidden, name) {
  const all = known.nodes.get(id).degrees[kind];
  return button(name, () => expand(id, [kind], all), { "aria-label": t("expand.kind", { kind: t(`kinds.${kind}`), n: hidden }), "data-act": kind, disabled: !hidden });
}

// A button for each kind of neighbour that is not here yet, with how many.
export const opening = (id) => hiddenKinds(id).filter(([, n]) => n > 0).map(([kind, n]) => opener(id, kind, n, t("expand.kind", { kind: t(`kinds.${kind}`), n })));

// What has nothing left to do stays, so that nothing else comes under the hand.
function actions(id) {
  const { pinned } = shown.get(id);
  const kinds = hiddenKinds(id).map(([kind, n]) => opener(id, kind, n, `${t(`kinds.${kind}`)} ${n}`));
  return [
    kinds.length > 0 && el("div", { className: "acts" }, el("span", { className: "soft" }, t("expand")), ...kinds),
    el("div", { className: "acts" },
      el("a", { className: "button", href: known.nodes.get(id).url }, t("page")),
      button(t("collapse"), () => collapse(id), { "data-act": "collapse" }),
      button(t("hide"), () => hide([id]), { "data-act": "hide" }),
      button(t("second"), () => second(!wanting), { "aria-pressed": String(wanting), "data-act": "second", disabled: shown.size < 2 }),
      button(t(pinned ? "unpin" : "pin"), () => pin(id), { "data-act": "pin" })),
  ];
}

// What a search found: the measures in the picture, and what they hang on, each leading to the page that narrows them.
export async function showFound({ query, ids, total }) {
  asked += 1;
  const mine = asked;
  const found = await get("facets", { q: query });
  if (mine !== asked) return;
  const facets = (found?.groups ?? []).filter((group) => group.rows.length).map((group, i) => el("details", { open: i < 2 }, el("summary", {}, group.name), el("ul", { className: "near" }, ...group.rows.map((row) => el("li", {}, el("a", { href: row.url }, row.said ? said(row.name) : row.name), " ", el("span", { className: "soft" }, row.n.toLocaleString("en")))))));
  put(
    el("p", { className: "soft small kind-of" }, t("found")),
    el("h2", {}, said(query)),
    el("p", {}, t(!total ? "found.none" : ids.length < total ? "found.some" : "found.all", { n: ids.length, total }), " ", found && el("a", { href: found.url }, t(total ? "narrow" : "found.instead"))),
    ...facets,
    total > 0 && el("h3", {}, t("found.here", { n: ids.length })),
    total > 0 && el("ul", { className: "near" }, ...ids.map((id) => el("li", {}, go(id), " ", of(id)))),
    ...(total ? [] : begin("h3")),
  );
}

async function showEdge(edge) {
  asked += 1;
  const mine = asked;
  const found = await get("said", { source: edge.source, target: edge.target, kind: edge.kind });
  if (mine !== asked || !found) return;
  put(
    el("p", { className: "soft small kind-of" }, t("relation")),
    el("h2", {}, go(edge.source), " — ", go(edge.target)),
    el("p", {}, found.says, " ", el("span", { className: `from ${edge.from}` }, found.from)),
    quote(found),
  );
}

// The switch for a second node, for fingers that have no Ctrl: the next node that is tapped.
let wanting = false;
export const wantsSecond = () => wanting;
export function second(on) {
  wanting = on;
  at("stage").classList.toggle("wanting", on);
  for (const one of at("pane").querySelectorAll('[data-act="second"]')) one.setAttribute("aria-pressed", String(on));
  if (on) at("canvas").scrollIntoView({ block: "nearest" });
  if (on) tell(t("second.begun", { name: nameOf(chosen[0]) }));
}

async function two(a, b) {
  const mine = asked;
  const answer = await askPaths(a, b);
  if (mine !== asked || !answer) return;
  learn({ nodes: [...answer.nodes, ...answer.between] });
  const ways = answer.paths.map((way) => el("li", {}, ...way.flatMap((id, i) => (i ? [" → ", go(id)] : [go(id)]))));
  const many = new Set(answer.between.map((one) => one.notice)).size > 1;
  const shared = answer.between.map((one) => el("li", {}, go(one.id), many && of(one.id)));
  put(
    el("p", { className: "soft small kind-of" }, t("between")),
    el("h2", {}, go(a), " — ", go(b)),
    ![a, b].some((id) => known.nodes.get(id).kind === "Measure") && el("h3", {}, t("between.measures", { n: shared.length })),
    shared.length > 0 && el("ul", { className: "near" }, ...shared),
    el("h3", {}, answer.paths.length ? pathsFound(answer) : t("no.path")),
    answer.paths.flat().some((id) => !shown.has(id)) && el("div", { className: "acts" }, button(t("paths.add"), () => addPaths(answer))),
    el("ol", { className: "near ways" }, ...ways),
  );
}

export async function showPane() {
  asked += 1;
  if (wanting) second(false);
  if (chosen.length === 2) return two(...chosen);
  if (chosen.length === 1) {
    const [id] = chosen;
    if (!known.nodes.get(id).degrees) {
      const mine = asked;
      const found = await get("degrees", { id });
      if (found) known.nodes.get(id).degrees = found;
      if (mine !== asked) return undefined;
    }
    return node(id);
  }
  const edge = marked && edgesShown().find((one) => edgeKey(one) === marked);
  if (edge) return showEdge(edge);
  const fingers = matchMedia("(pointer: coarse)").matches;
  const hints = ["hint.click", fingers ? "hint.touch" : "hint.double", fingers ? "hint.two.touch" : "hint.two", ...(fingers ? [] : ["hint.keys"])].map((key) => el("li", {}, t(key)));
  const empty = shown.size ? [] : begin("h2");
  return put(
    !shown.size && !empty.length && el("p", { className: "lead" }, t("empty.base"), " ", el("a", { href: "/load" }, t("load"))),
    ...empty,
    el(empty.length ? "h3" : "h2", {}, t("hint")), el("ul", {}, ...hints),
  );
}

// What one may begin with.
function begin(head) {
  if (!start.begin.length) return [];
  const rows = start.begin.map((one) => el("li", {}, button(said(one.name), () => add([one.id]), { className: "go" }), " ", el("span", { className: "soft" }, t("suggested.count", { kind: t(`kind.${one.kind}`), n: one.count }))));
  return [el(head, {}, t("begin")), el("ul", { className: "near" }, ...rows)];
}
