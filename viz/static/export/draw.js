// What is hidden, and what stands out.
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
      ...(edge.font && { font: { ...edge.font, color: !picked || bright ? ink : dimmed.text } }),
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
