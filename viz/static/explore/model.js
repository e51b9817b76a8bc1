// What is known, what is shown and where, and what the filters leave of it.

export const known = { nodes: new Map(), edges: new Map(), touched: new Map(), places: new Map() }; // touched: measure → ids of places
let lines = null; // relations by their ends, made anew after every change

class Shown extends Map {
  set(id, place) {
    lines = null;
    return super.set(id, place);
  }
  delete(id) {
    lines = null;
    return super.delete(id);
  }
  clear() {
    lines = null;
    super.clear();
  }
}
export const shown = new Shown(); // id → { x, y, pinned }
export const filters = { off: new Set(), role: "", notice: "", region: "", limit: "", due: "" };
export let chosen = []; // ids of nodes, at most two
export let marked = null; // the key of the relation that one reads

export function choose(ids) {
  chosen = ids.filter((id) => shown.has(id)).slice(-2);
}

export function mark(key) {
  marked = key;
}

export const edgeKey = (edge) => JSON.stringify([edge.source, edge.kind, edge.target]);

// What the server told stays known, so that going back needs no question.
export function learn(answer) {
  for (const node of answer.nodes) known.nodes.set(node.id, { ...known.nodes.get(node.id), ...node });
  for (const edge of answer.edges ?? []) known.edges.set(edgeKey(edge), edge);
  lines = null;
}

function index() {
  if (lines) return lines;
  lines = { all: [], of: new Map([...shown.keys()].map((id) => [id, []])) };
  for (const edge of known.edges.values()) {
    if (!shown.has(edge.source) || !shown.has(edge.target)) continue;
    lines.all.push(edge);
    lines.of.get(edge.source).push(edge);
    if (edge.source !== edge.target) lines.of.get(edge.target).push(edge);
  }
  return lines;
}

export const edgesShown = () => index().all;

export const otherEnd = (edge, id) => (edge.source === id ? edge.target : edge.source);

export const linesOf = (id) => [...(index().of.get(id) ?? [])];

const roleFits = (edge, role = filters.role) => !role || (role === "first" ? edge.first : edge.role === role);

const touches = (id, edges) => known.touched.get(id) ?? edges.filter((edge) => edge.kind === "TOUCHES").map((edge) => edge.target);

function measureFits(node, wanted = filters) {
  const edges = linesOf(node.id);
  if (wanted.notice && node.notice !== wanted.notice) return false;
  if (wanted.limit && (node.limit || "none") !== wanted.limit) return false;
  if (wanted.due && !(node.due && node.due <= wanted.due)) return false;
  if (wanted.region && !touches(node.id, edges).includes(wanted.region)) return false;
  return !wanted.role || edges.some((edge) => edge.source === node.id && edge.kind === "ASSIGNED_TO" && roleFits(edge, wanted.role));
}

const VALUES = {
  role: (node) => linesOf(node.id).filter((edge) => edge.source === node.id && edge.kind === "ASSIGNED_TO").flatMap((edge) => (edge.first ? [edge.role, "first"] : [edge.role])),
  notice: (node) => [node.notice],
  region: (node) => touches(node.id, linesOf(node.id)),
  limit: (node) => [node.limit || "none"],
};

// How many of the measures shown have each value of a filter, the other filters as they are.
export function tally(key) {
  const rest = { ...filters, [key]: "" };
  const counts = new Map();
  for (const id of shown.keys()) {
    const node = known.nodes.get(id);
    if (node.kind !== "Measure" || !measureFits(node, rest)) continue;
    for (const value of new Set(VALUES[key](node))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

// Kinds that are off and measures that do not fit are hidden, and so is what only hung on those.
export function visible() {
  const all = edgesShown();
  const narrowed = filters.role || filters.notice || filters.region || filters.limit || filters.due;
  const nodes = new Set();
  for (const id of shown.keys()) {
    const node = known.nodes.get(id);
    if (filters.off.has(node.kind)) continue;
    if (node.kind === "Measure" && narrowed && !measureFits(node)) continue;
    nodes.add(id);
  }
  const edges = all.filter((edge) => nodes.has(edge.source) && nodes.has(edge.target) && (edge.kind !== "ASSIGNED_TO" || roleFits(edge)));
  if (narrowed) {
    const tied = new Set(edges.flatMap((edge) => [edge.source, edge.target]));
    const had = new Set(all.flatMap((edge) => [edge.source, edge.target]));
    for (const id of nodes) {
      const free = shown.get(id).pinned || chosen.includes(id) || known.nodes.get(id).kind === "Measure";
      if (had.has(id) && !tied.has(id) && !free) nodes.delete(id);
    }
  }
  return { nodes, edges };
}

// Neighbours that a double click would bring and that are not here yet; null while nobody has counted.
export function hiddenNear(id, kinds) {
  const node = known.nodes.get(id);
  if (!node.degrees) return null;
  const here = new Map();
  for (const edge of linesOf(id)) {
    const other = known.nodes.get(otherEnd(edge, id));
    here.set(other.kind, (here.get(other.kind) ?? new Set()).add(other.id));
  }
  return (kinds ?? node.opens).reduce((sum, kind) => sum + Math.max(0, (node.degrees[kind] ?? 0) - (here.get(kind)?.size ?? 0)), 0);
}

// Departments are called as the notices print them, unless two that are shown are printed alike.
export function labels() {
  const printed = new Map();
  for (const edge of known.edges.values()) {
    if (edge.kind !== "ASSIGNED_TO" || !edge.name || !shown.has(edge.target)) continue;
    const before = printed.get(edge.target);
    if (!before || edge.name.length < before.length || (edge.name.length === before.length && edge.name < before)) printed.set(edge.target, edge.name);
  }
  const times = new Map();
  for (const name of printed.values()) times.set(name, (times.get(name) ?? 0) + 1);
  return (id) => {
    const name = printed.get(id);
    return name && times.get(name) === 1 && name.length <= 12 ? name : known.nodes.get(id).label;
  };
}

export function snapshot() {
  const nodes = [...shown].map(([id, { x, y, pinned }]) => (pinned ? [id, x, y, 1] : [id, x, y]));
  const { off, ...rest } = filters;
  return { nodes, chosen, off: [...off], ...(marked && { edge: marked }), ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value)) };
}

export function restore(picture) {
  shown.clear();
  for (const [id, x, y, pinned] of picture.nodes) if (known.nodes.has(id)) shown.set(id, { x, y, pinned: Boolean(pinned) });
  Object.assign(filters, { off: new Set(picture.off ?? []), role: "", notice: "", region: "", limit: "", due: "" });
  for (const key of ["role", "notice", "region", "limit", "due"]) if (typeof picture[key] === "string") filters[key] = picture[key];
  choose(Array.isArray(picture.chosen) ? picture.chosen : []);
  mark(typeof picture.edge === "string" ? picture.edge : null);
}
