// All words come from notices: they reach the page as text only.
const data = JSON.parse(document.getElementById("data").textContent);
const at = (id) => document.getElementById(id);
const say = data.words;
const dimmed = { node: "#f5f7f9", edge: "#eef1f4", border: "#e3e7eb", text: "#aab4be" };
const ink = "#1b2733";

const nodes = new vis.DataSet(data.nodes.map(({ kind, centre, ...drawn }) => drawn));
const edges = new vis.DataSet(data.edges.map(({ sort, ...drawn }) => drawn));
const nodeOf = new Map(data.nodes.map((node, i) => [node.id, { ...node, about: data.about.nodes[i] }]));
const edgeOf = new Map(data.edges.map((edge) => [edge.id, { ...edge, about: data.about.edges[edge.id] }]));
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
