// What one can do with the picture; each is a step of the past.

import { post } from "./ask.js";
import { outOfSight, seeAll, seeFirst, seeMore } from "./camera.js";
import { draw } from "./draw.js";
import { choose, chosen, edgesShown, hiddenNear, known, learn, linesOf, otherEnd, shown } from "./model.js";
import { keep, step } from "./past.js";
import { along, apart, beside, fan, room, shapeOf } from "./place.js";
import { at, MOST, t, tell } from "./words.js";

const standing = () => [...shown].map(([id, { x, y }]) => [x, y, room(known.nodes.get(id))]);
const nodesOf = (ids) => ids.map((id) => known.nodes.get(id));
const placeOf = (id) => [shown.get(id).x, shown.get(id).y];
const MANY = 600; // lines among which one looks for a place that is free of them

// New nodes round one that stands: where the lines of both are seen best.
export function round(id, fresh) {
  const drawn = edgesShown();
  const lines = drawn.length > MANY ? [] : drawn.map((edge) => [placeOf(edge.source), placeOf(edge.target)]);
  const ends = new Map(fresh.map((one) => [one, []]));
  if (fresh.length < 49) {
    for (const { source, target } of known.edges.values()) {
      if (ends.has(source) && shown.has(target) && target !== id) ends.get(source).push(placeOf(target));
      if (ends.has(target) && shown.has(source) && source !== id) ends.get(target).push(placeOf(source));
    }
  }
  shapeOf(at("canvas").getBoundingClientRect());
  return fan(shown.get(id), nodesOf(fresh), standing(), (one) => ends.get(one), lines);
}

let after = () => {}; // what else shows the picture: the pane, the filters, the table

export function listen(show) {
  after = show;
}

export function changed(first = false) {
  at("much").hidden = shown.size < MOST;
  draw();
  after();
  if (first) seeFirst(chosen[0]);
}

function settle(placed, zoomIn, by = []) {
  for (const [id, [x, y]] of placed) shown.set(id, { x, y, pinned: false });
  changed(zoomIn);
  const ids = placed.map(([id]) => id);
  if (!zoomIn && ids.length && outOfSight(ids)) seeMore([...by, ...ids]);
  step();
}

// More than fits in one picture is said, and other ways to see it are named, narrowed to the node that has so many.
function much(id) {
  const node = known.nodes.get(id);
  const key = node && node.kind !== "Measure" ? `?${new URLSearchParams([[node.kind.toLowerCase(), id]])}` : "";
  for (const link of at("much").querySelectorAll("a")) link.href = link.pathname + key;
  at("much").hidden = false;
}

function fits(more, id) {
  if (shown.size + more <= MOST) return true;
  much(id);
  tell(t("most", { most: MOST, n: shown.size, more }));
  return false;
}

export async function expand(id, kinds = [], limit = 50) {
  const answer = await post("expand", { id, kinds, have: [...shown.keys()], limit: Math.min(limit, MOST) });
  if (!answer) return false;
  learn(answer);
  const fresh = answer.nodes.map((node) => node.id).filter((one) => !shown.has(one));
  if (!fresh.length) tell(t("nothing.new"));
  if (!fresh.length || !fits(fresh.length, id)) return false;
  const places = round(id, fresh);
  settle(fresh.map((one, i) => [one, places[i]]), shown.size === 1, [id]);
  const left = answer.total - answer.nodes.length;
  if (shown.size + left > MOST) much(id);
  if (left > 0) tell(t("more.left", { n: answer.nodes.length, total: answer.total }));
  return true;
}

// A double click brings what is near, and asks first when that is much.
export function open(id, ask) {
  const near = hiddenNear(id);
  if (near === 0) return tell(t("nothing.new"));
  if (near !== null && near > 50) return ask(id);
  return expand(id);
}

export async function add(ids, opened = true) {
  const missing = ids.filter((id) => !shown.has(id));
  if (missing.length) {
    const answer = await post("among", { new: missing, have: [...shown.keys()] });
    if (!answer) return undefined;
    learn(answer);
    const here = answer.nodes.map((node) => node.id);
    if (!fits(here.length)) return undefined;
    const was = shown.size;
    shapeOf(at("canvas").getBoundingClientRect());
    const places = beside(nodesOf(here), standing());
    here.forEach((id, i) => shown.set(id, { x: places[i][0], y: places[i][1], pinned: false }));
    choose(ids);
    if (here.length === 1 && opened && (hiddenNear(here[0]) ?? 99) <= 50) {
      if (!was) changed(true);
      if (await expand(here[0])) return was ? seeMore([here[0], ...linesOf(here[0]).map((edge) => otherEnd(edge, here[0]))]) : seeFirst(here[0]);
    }
    changed(!was);
    if (was) seeMore(here);
    return step();
  }
  choose(ids);
  changed();
  keep();
  return outOfSight(ids) && seeAll();
}

// The measures that answer a question, into the picture; gives their ids and how many answer, to be told of in the pane.
export async function addSearch(query) {
  const answer = await post("search", { q: query, have: [...shown.keys()] });
  if (!answer) return null;
  learn(answer);
  const ids = answer.nodes.map((node) => node.id);
  await add(ids, false);
  if (ids.length > 2) {
    choose([]);
    changed();
  }
  return { query, ids, total: answer.total };
}

export function hide(ids) {
  if (!ids.length) return;
  for (const id of ids) shown.delete(id);
  choose(chosen);
  changed();
  step();
}

// Takes away again what only hangs on this node.
export function collapse(id) {
  const leaves = linesOf(id).map((edge) => otherEnd(edge, id)).filter((other) => {
    const ends = new Set(linesOf(other).map((edge) => otherEnd(edge, other)));
    return ends.size === 1 && !shown.get(other).pinned;
  });
  if (leaves.length) hide([...new Set(leaves)]);
  else tell(t("nothing.leaf"));
}

export function pin(id) {
  const place = shown.get(id);
  place.pinned = !place.pinned;
  changed();
  step();
}

export function clear() {
  shown.clear();
  choose([]);
  changed();
  step();
}

export const askPaths = (a, b) => post("paths", { a, b, have: [...shown.keys()] });

export const pathsFound = ({ paths, total }) => (paths[0].length === 1 ? t("path.same") : t(paths.length < total ? "paths.some" : "paths.found", { n: total, shown: paths.length, steps: paths[0].length - 1 }));

// All shortest ways into the picture: from what stands first to what stands last, step by step between.
export function addPaths(answer) {
  learn(answer);
  if (!answer.paths.length) return tell(t("no.path"));
  const fresh = answer.nodes.filter((node) => !shown.has(node.id));
  if (!fits(fresh.length)) return;
  shapeOf(at("canvas").getBoundingClientRect());
  const [a, b] = answer.ends;
  const steps = answer.paths[0].length - 1;
  const was = shown.size;
  const ranks = Array.from({ length: Math.max(0, steps - 1) }, () => []);
  const met = new Set([a, b]);
  for (const way of answer.paths) {
    way.slice(1, -1).forEach((id, i) => {
      if (!shown.has(id) && !met.has(id)) ranks[i].push(known.nodes.get(id));
      met.add(id);
    });
  }
  if (!shown.has(a)) shown.set(a, { x: beside([known.nodes.get(a)], standing())[0][0], y: 0, pinned: false });
  if (!shown.has(b)) {
    const from = shown.get(a);
    const [right, down] = apart(ranks);
    const far = { x: from.x + right, y: from.y + down };
    const clash = standing().some(([x, y]) => Math.abs(x - far.x) < 150 && Math.abs(y - far.y) < 70);
    const [[x, y]] = clash ? beside([known.nodes.get(b)], standing()) : [[far.x, far.y]];
    shown.set(b, { x, y, pinned: false });
  }
  choose([a, b]);
  settle(along(shown.get(a), shown.get(b), ranks, standing()), !was);
  tell(pathsFound(answer));
  return undefined;
}
