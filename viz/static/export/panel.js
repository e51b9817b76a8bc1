// The panel.
function el(tag, text, name) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text !== undefined && text !== null) made.textContent = text;
  return made;
}
function words(text, tag = "bdi") {
  return el(tag, text);
}
function put(into, ...parts) {
  into.append(...parts.filter((part) => part !== null && part !== undefined));
  return into;
}
function panel(...parts) {
  at("panel").replaceChildren(...parts.filter(Boolean));
  at("panel").scrollTop = 0;
}
function go(text, action) {
  const made = put(el("button", null, "go"), words(text));
  made.type = "button";
  made.addEventListener("click", action);
  return made;
}
function called(id) {
  return nodeOf.get(id).about.name || flat(nodeOf.get(id).label);
}
function quote(about) {
  if (!about.quote) return null;
  const [before, said, after] = about.quote;
  const made = put(el("blockquote"), words(before), el("mark", said), words(after));
  return put(made, about.notice ? el("cite", about.notice) : null);
}
function card(measure) {
  const made = put(el("li"), put(el("strong"), words(measure.title)));
  if (measure.limit) put(made, el("span", measure.limit, "says"));
  const units = el("div");
  for (const [name, role] of measure.units) put(units, el("span", role ? `${name}（${role}）` : name, "tag"));
  put(made, units, words(measure.text, "p"), el("cite", measure.number));
  return made;
}
function facts(about) {
  if (!about.facts.length) return null;
  const made = el("dl");
  for (const [name, value] of about.facts) put(made, el("dt", name), put(el("dd"), words(value)));
  return made;
}
function shared(about) {
  const list = put(el("ul"), ...about.measures.map((number) => card(data.measures[number])));
  const more = about.measures.length < about.count ? el("p", say.more.replace("{n}", about.measures.length), "hint") : null;
  return [el("h3", say.shared.replace("{n}", about.count)), list, more];
}

function showNode(id) {
  const node = nodeOf.get(id);
  if (!node) return;
  const lines = linesOf.get(id).filter((edge) => !off.sorts.has(edge.sort));
  pick(id, [id, ...lines.map((edge) => other(edge, id))], lines.map((edge) => edge.id));
  const list = el("ul");
  const inOrder = [...lines].sort((a, b) => (b.about.count || 0) - (a.about.count || 0) || a.id - b.id);
  for (const edge of inOrder) {
    const to = other(edge, id);
    const item = put(el("li"), go(called(to), () => showNode(to)));
    if (edge.about.measures) {
      put(item, el("span", "", "says"), go(say.shared.replace("{n}", edge.about.count), () => showEdge(edge.id)));
    } else {
      put(item, el("span", edge.about.says, "says"), el("span", edge.about.source, "tag from"), quote(edge.about));
    }
    put(list, item);
  }
  panel(
    el("span", node.about.kind, "kind"), put(el("h2"), words(called(id))), facts(node.about),
    node.about.text ? put(el("p", null, "text"), words(node.about.text)) : null,
    lines.length ? el("h3", say.links.replace("{n}", lines.length)) : null, list,
  );
}

function showEdge(id) {
  const edge = edgeOf.get(id);
  pick(null, [edge.from, edge.to], [id]);
  const ends = put(
    el("h2"), go(called(edge.from), () => showNode(edge.from)), document.createTextNode(" — "),
    go(called(edge.to), () => showNode(edge.to)),
  );
  if (edge.about.measures) return panel(ends, ...shared(edge.about));
  const says = put(el("p"), document.createTextNode(edge.about.says), el("span", edge.about.source, "tag from"));
  return panel(ends, says, quote(edge.about));
}
