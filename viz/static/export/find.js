// Finding, and the way between two.
const names = new Map();
for (const node of nodeOf.values()) {
  for (const name of [flat(node.label), node.about.name, node.id]) {
    if (name && !names.has(name)) names.set(name, node.id);
  }
  at("names").append(Object.assign(document.createElement("option"), { value: flat(node.label) }));
}
function found(text) {
  const wanted = text.trim();
  if (!wanted) return null;
  if (names.has(wanted)) return names.get(wanted);
  for (const [name, id] of names) if (name.includes(wanted)) return id;
  return null;
}
function look() {
  const first = found(at("find").value);
  if (!at("find").value.trim()) return;
  if (first === null) return panel(el("p", say.nothing, "hint"));
  if (at("to").value.trim()) return way(first, found(at("to").value));
  showNode(first);
  focus(first);
}
function focus(id) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  network.focus(id, { scale: Math.max(network.getScale(), 0.8), animation: calm ? false : { duration: 300 } });
}
function way(a, b) {
  const before = new Map([[a, null]]);
  const queue = [a];
  while (queue.length && !before.has(b)) {
    const id = queue.shift();
    for (const edge of linesOf.get(id)) {
      const next = other(edge, id);
      if (before.has(next) || off.sorts.has(edge.sort) || off.kinds.has(nodeOf.get(next).kind)) continue;
      before.set(next, edge);
      queue.push(next);
    }
  }
  if (b === null || !before.has(b)) return panel(el("p", b === null ? say.nothing : say.nopath, "hint"));
  const onWay = [b];
  const lines = [];
  for (let id = b; before.get(id);) {
    const edge = before.get(id);
    lines.unshift(edge);
    id = other(edge, id);
    onWay.unshift(id);
  }
  pick(null, onWay, lines.map((edge) => edge.id));
  const list = el("ul");
  onWay.forEach((id, step) => {
    const item = put(el("li"), go(called(id), () => showNode(id)));
    const edge = lines[step];
    if (edge) put(item, el("span", edge.about.says || say.shared.replace("{n}", edge.about.count), "says"), quote(edge.about));
    put(list, item);
  });
  return panel(el("h2", say.path.replace("{n}", lines.length)), list);
}
