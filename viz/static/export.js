"use strict";
(() => {
  // All words come from notices: they reach the page as text only.
  const data = JSON.parse(document.getElementById("data").textContent);
  const at = (id) => document.getElementById(id);
  const say = data.words;
  const dimmed = { node: "#f5f7f9", edge: "#eef1f4", border: "#e3e7eb", text: "#aab4be" };
  const ink = "#1b2733";

  const nodes = new vis.DataSet(data.nodes.map(({ kind, centre, ...drawn }) => drawn));
  const edges = new vis.DataSet(data.edges.map(({ sort, ...drawn }) => drawn));
  const nodeOf = new Map(data.nodes.map((node, i) => [node.id, { ...node, about: data.about.nodes[i] }]));
  const edgeOf = new Map(data.edges.map((edge, i) => [edge.id, { ...edge, about: data.about.edges[i] }]));
  const linesOf = new Map(data.nodes.map((node) => [node.id, []]));
  for (const edge of edgeOf.values()) {
    linesOf.get(edge.from).push(edge);
    if (edge.to !== edge.from) linesOf.get(edge.to).push(edge);
  }
  const other = (edge, id) => (edge.from === id ? edge.to : edge.from);
  const flat = (label) => label.replace(/\s+/g, " ");

  const options = { ...data.options, autoResize: true };
  if (data.curved) options.interaction = { ...options.interaction, zoomView: false };
  const network = new vis.Network(at("canvas"), { nodes, edges }, options);

  // vis-network sets lines of a label solid, where Chinese wants some leading
  const [first] = Object.values(network.body.nodes);
  const label = first && Object.getPrototypeOf(first.labelModule);
  if (label) {
    const solid = label.getFormattingValues;
    label.getFormattingValues = function leaded(...given) {
      const values = solid.apply(this, given);
      return { ...values, height: values.size * 1.3 };
    };
    network.setData({ nodes, edges });
  }

  // ── what is hidden, and what stands out ────────────────────────────────────────────────────────────────────────
  const off = { kinds: new Set(), sorts: new Set() };
  let picked = null; // { nodes: Set, edges: Set, main: id of a node or null }

  function draw() {
    const lit = (id) => !picked || picked.nodes.has(id);
    nodes.update(data.nodes.map((node) => {
      const box = node.shape === "box";
      const colour = lit(node.id) ? node.color : { background: box ? dimmed.node : dimmed.border, border: dimmed.border };
      const main = picked && picked.main === node.id;
      return {
        id: node.id,
        hidden: off.kinds.has(node.kind),
        color: main ? { ...colour, border: ink } : colour,
        borderWidth: main ? 3 : node.borderWidth,
        font: { ...node.font, color: lit(node.id) ? (node.font.color || ink) : dimmed.text },
      };
    }));
    edges.update(data.edges.map((edge) => {
      const bright = picked && picked.edges.has(edge.id);
      return {
        id: edge.id,
        hidden: off.sorts.has(edge.sort),
        color: !picked ? edge.color : { color: bright ? "#174a72" : dimmed.edge, hover: "#174a72" },
        width: bright ? edge.width + 1 : edge.width,
      };
    }));
  }

  function pick(main, someNodes, someEdges) {
    picked = { main, nodes: new Set(someNodes), edges: new Set(someEdges) };
    draw();
  }

  function reset() {
    picked = null;
    at("find").value = at("to").value = "";
    draw();
    panel(el("p", say.hint, "hint"));
  }

  // ── the panel ──────────────────────────────────────────────────────────────────────────────────────────────────
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
      lines.length ? el("h3", `${say.links}（${lines.length}）`) : null, list,
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

  // ── finding, and the way between two ───────────────────────────────────────────────────────────────────────────
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

  // ── legend, table, picture ─────────────────────────────────────────────────────────────────────────────────────
  function sign(entry) {
    const made = document.createElement("canvas");
    made.width = made.height = 36;
    made.style.width = made.style.height = "18px";
    const pen = made.getContext("2d");
    pen.scale(2, 2);
    mark(pen, entry, 9, 9);
    return made;
  }
  function mark(pen, entry, x, y) {
    pen.fillStyle = pen.strokeStyle = entry.colour;
    pen.beginPath();
    if (entry.sort) {
      pen.lineWidth = entry.strong ? 2.2 : 1.4;
      if (!entry.strong && entry.sort !== "relation") pen.setLineDash([4, 3]);
      pen.moveTo(x - 9, y);
      pen.lineTo(x + 9, y);
      pen.stroke();
      pen.setLineDash([]);
      return;
    }
    const points = {
      box: [[-8, -5], [8, -5], [8, 5], [-8, 5]],
      square: [[-6, -6], [6, -6], [6, 6], [-6, 6]],
      diamond: [[0, -8], [8, 0], [0, 8], [-8, 0]],
      triangle: [[0, -7], [8, 6], [-8, 6]],
      star: [...Array(10).keys()].map((i) => {
        const out = i % 2 ? 3.5 : 8;
        return [out * Math.sin((i * Math.PI) / 5), -out * Math.cos((i * Math.PI) / 5)];
      }),
    }[entry.shape];
    if (points) points.forEach(([dx, dy]) => pen.lineTo(x + dx, y + dy));
    else pen.arc(x, y, 6.5, 0, 7);
    pen.closePath();
    pen.fill();
  }
  function entry(item, set, key) {
    const box = Object.assign(el("input"), { type: "checkbox", checked: true });
    box.addEventListener("change", () => {
      if (box.checked) set.delete(key);
      else set.add(key);
      draw();
    });
    put(at("legend"), put(el("label"), box, sign(item), el("span", item.name), el("span", item.count, "count")));
  }
  data.kinds.forEach((item) => entry(item, off.kinds, item.kind));
  data.sorts.forEach((item) => entry(item, off.sorts, item.sort));

  function fillTable() {
    const table = el("table");
    const shares = data.edges.some((edge) => edgeOf.get(edge.id).about.measures);
    const heads = [say["col.a"], say["col.relation"], say["col.b"], ...(shares ? [] : [say["col.source"]]), say["col.quote"]];
    const row = put(el("tr"), ...heads.map((head) => Object.assign(el("th", head), { scope: "col" })));
    const body = el("tbody");
    for (const edge of edgeOf.values()) {
      const about = edge.about;
      const said = shares ? about.measures.map((n) => data.measures[n].title).join("；") : (about.quote || []).join("");
      const cells = [called(edge.from), about.says || say.shared.replace("{n}", about.count), called(edge.to), ...(shares ? [] : [about.source]), said];
      put(body, put(el("tr"), ...cells.map((text) => put(el("td"), words(text)))));
    }
    at("table").replaceChildren(put(table, put(el("thead"), row), body));
  }
  function turn() {
    const open = at("table").hidden;
    if (open) fillTable();
    at("table").hidden = !open;
    at("canvas").hidden = open;
    at("turn").setAttribute("aria-pressed", String(open));
    at("turn").textContent = open ? say.picture : say.table;
    if (!open) network.redraw();
  }
  function savePng() {
    const seen = at("canvas").querySelector("canvas");
    const ratio = seen.width / seen.clientWidth;
    const made = document.createElement("canvas");
    made.width = seen.width;
    made.height = seen.height + 116 * ratio;
    const pen = made.getContext("2d");
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, made.width, made.height);
    pen.drawImage(seen, 0, 64 * ratio);
    pen.scale(ratio, ratio);
    pen.textBaseline = "middle";
    const wide = seen.clientWidth - 32;
    pen.fillStyle = ink;
    pen.font = `bold 18px ${data.font}`;
    pen.fillText(data.title, 16, 22, wide);
    pen.font = `13px ${data.font}`;
    pen.fillText(data.said, 16, 48, wide);
    let x = 26;
    const y = 64 + seen.clientHeight;
    for (const item of [...data.kinds, ...data.sorts]) {
      if (off.kinds.has(item.kind) || off.sorts.has(item.sort)) continue;
      mark(pen, item, x, y + 16);
      pen.fillStyle = ink;
      pen.fillText(item.name, x + 16, y + 16);
      x += 44 + pen.measureText(item.name).width;
    }
    pen.fillText(`${data.source}　${new Date().toLocaleDateString("sv")}`, 16, y + 40, wide);
    made.toBlob((blob) => {
      const link = el("a");
      link.href = URL.createObjectURL(blob);
      link.download = `${data.title.replace(/[\\/:*?"<>|\s]+/g, "_").slice(0, 60)}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    });
  }

  // ── moving about ───────────────────────────────────────────────────────────────────────────────────────────────
  function zoom(by) {
    network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * by)) });
  }
  function move(dx, dy) {
    const here = network.getViewPosition();
    const scale = network.getScale();
    network.moveTo({ position: { x: here.x + dx / scale, y: here.y + dy / scale } });
  }
  function whole() {
    network.fit({ maxZoomLevel: 1, animation: false });
  }
  function start() {
    if (!data.curved || !data.nodes.length) return whole();
    // columns read from the top, at a size one can read; a wheel scrolls them
    const xs = data.nodes.map((node) => node.x);
    const top = Math.min(...data.nodes.map((node) => node.y)) - 60;
    const bottom = Math.max(...data.nodes.map((node) => node.y)) + 40;
    const [left, right] = [Math.min(...xs) - 170, Math.max(...xs) + 140];
    const room = at("canvas").getBoundingClientRect();
    const scale = Math.min(1, Math.max(0.45, room.width / (right - left)));
    const tall = room.height / scale;
    const y = bottom - top < tall ? (top + bottom) / 2 : top + tall / 2;
    return network.moveTo({ position: { x: (left + right) / 2, y }, scale });
  }
  network.on("beforeDrawing", (pen) => {
    pen.font = `14px ${data.font}`;
    pen.fillStyle = "#5c6b7a";
    for (const [x, y, text] of data.heads) pen.fillText(text.length > 30 ? `${text.slice(0, 29)}…` : text, x, y + 4);
  });
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) showNode(node);
    else if (edge !== undefined) showEdge(edge);
    else if (picked) reset();
  });
  network.on("hoverNode", () => { at("canvas").style.cursor = "pointer"; });
  network.on("blurNode", () => { at("canvas").style.cursor = ""; });
  network.on("hoverEdge", () => { at("canvas").style.cursor = "pointer"; });
  network.on("blurEdge", () => { at("canvas").style.cursor = ""; });
  if (data.curved) {
    at("canvas").addEventListener("wheel", (event) => {
      event.preventDefault();
      if (event.ctrlKey) zoom(event.deltaY < 0 ? 1.1 : 1 / 1.1);
      else move(event.shiftKey ? event.deltaY : event.deltaX, event.shiftKey ? 0 : event.deltaY);
    }, { passive: false });
  }
  const keys = {
    ArrowLeft: () => move(-60, 0), ArrowRight: () => move(60, 0), ArrowUp: () => move(0, -60), ArrowDown: () => move(0, 60),
    PageDown: () => move(0, 400), PageUp: () => move(0, -400), "+": () => zoom(1.2), "=": () => zoom(1.2), "-": () => zoom(1 / 1.2), 0: whole,
  };
  at("canvas").addEventListener("keydown", (event) => {
    const action = !event.ctrlKey && !event.metaKey && keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") reset(); });
  for (const box of ["find", "to"]) {
    at(box).addEventListener("change", look);
    at(box).addEventListener("keydown", (event) => { if (event.key === "Enter") look(); });
  }
  at("reset").addEventListener("click", () => { reset(); start(); });
  at("in").addEventListener("click", () => zoom(1.25));
  at("out").addEventListener("click", () => zoom(0.8));
  at("fit").addEventListener("click", whole);
  at("turn").addEventListener("click", turn);
  at("png").addEventListener("click", savePng);

  start();
  network.once("afterDrawing", () => { document.documentElement.dataset.ready = "true"; });
  window.jucuo = { network, nodes, edges, showNode, showEdge, way };
})();
