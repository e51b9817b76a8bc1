// The canvas: vis-network without physics, in the colours of the page. It shows what the model says and moves nothing.

import { chosen, edgeKey, hiddenNear, known, labels, linesOf, marked, shown, visible } from "./model.js";
import { above, lift } from "./side.js";
import { at } from "./words.js";

const SHAPES = { Measure: "box", Department: "dot", Project: "diamond", Region: "triangle", Theme: "square", Notice: "star" };
const CALM = 48; // more lines of one node stay as pale as all others
const nodes = new vis.DataSet();
const edges = new vis.DataSet();
export const face = '"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif';

export let colours = {};
export function readColours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(`--${name}`).trim();
  colours = { ink: of("ink"), soft: of("soft"), paper: of("paper"), line: of("line-strong"), link: of("link"), pick: of("pick") };
  for (const kind of Object.keys(SHAPES)) {
    const name = kind.toLowerCase();
    colours[kind] = { border: of(name), fill: kind === "Measure" ? of("measure-fill") : of(name) };
  }
}
readColours();

export const network = new vis.Network(at("canvas"), { nodes: [{ id: 0, label: " " }], edges: [] }, {
  physics: { enabled: false },
  layout: { improvedLayout: false },
  interaction: { hover: true, hoverConnectedEdges: false, selectConnectedEdges: false, keyboard: false, multiselect: false },
  nodes: { font: { face, size: 16 }, labelHighlightBold: false, chosen: false },
  edges: { smooth: false, selectionWidth: 0, hoverWidth: 0.6, chosen: false },
});
// vis-network sets lines of a label solid, where Chinese wants some leading; and moves words without what is behind them
const label = Object.getPrototypeOf(network.body.nodes[0].labelModule);
const solid = label.getFormattingValues;
label.getFormattingValues = function leaded(...given) {
  const values = solid.apply(this, given);
  return { ...values, height: values.size * 1.3, vadjust: 0 };
};
const placed = label.calculateLabelSize;
label.calculateLabelSize = function moved(pen, selected, hover, x = 0, y = 0, baseline = "middle") {
  return placed.call(this, pen, selected, hover, x, y + (this.fontOptions.vadjust || 0), baseline);
};
network.setData({ nodes, edges });
at("canvas").firstElementChild.removeAttribute("tabindex"); // the canvas has its own place among the keys

// How many are not here yet: of a measure beside its number, or on a line of its own, so that its box is as narrow as its title.
function counted(id, label, hidden) {
  if (known.nodes.get(id).kind !== "Measure") return `${label} +${hidden}`;
  return label.includes("\n") ? label.replace("\n", ` +${hidden}\n`) : `${label}\n+${hidden}`;
}

function sizesOf(ids) {
  const written = labels();
  return new Map([...ids].map((id) => {
    const degree = Object.values(known.nodes.get(id).degrees ?? {}).reduce((sum, n) => sum + n, 0);
    const hidden = hiddenNear(id);
    return [id, { label: hidden ? counted(id, written(id), hidden) : written(id), size: Math.min(26, 11 + 2.2 * Math.sqrt(degree)) }];
  }));
}

function nodeLook(id, { label, size }, lifted) {
  const node = known.nodes.get(id);
  const { x, y, pinned } = shown.get(id);
  const { border, fill } = colours[node.kind];
  const picked = chosen.includes(id);
  const box = node.kind === "Measure";
  return {
    id, x, y, label, size,
    shape: SHAPES[node.kind],
    margin: 7,
    widthConstraint: box ? { maximum: 230 } : false,
    shapeProperties: { borderRadius: 6 },
    borderWidth: picked ? 3.5 : pinned ? 3 : 1.5,
    color: { background: fill, border: picked || pinned ? colours.ink : border },
    font: box ? { color: colours.ink, strokeWidth: 0, background: "rgba(0,0,0,0)", vadjust: 0 } : { color: colours.ink, strokeWidth: 3, strokeColor: colours.paper, background: colours.paper, vadjust: lifted ? lift(label, size) : 0 },
  };
}

function edgeLook(edge) {
  const strong = edge.kind === "ASSIGNED_TO" && (edge.first || edge.role === "lead");
  const dashed = edge.kind === "ASSIGNED_TO" && !strong;
  const near = marked === edgeKey(edge) || [edge.source, edge.target].some((id) => chosen.includes(id) && linesOf(id).length <= CALM);
  return {
    id: edgeKey(edge),
    from: edge.source,
    to: edge.target,
    width: (strong ? 2.2 : 1.2) + (near ? 0.9 : 0),
    dashes: dashed ? [6, 4] : false,
    color: { color: strong ? colours.link : near ? colours.soft : colours.line, hover: colours.link },
  };
}

// Only what looks otherwise than before is drawn anew: a thousand nodes take a second.
function put(set, wanted, before) {
  const keep = new Set(wanted.map((item) => item.id));
  const gone = set.getIds().filter((id) => !keep.has(id));
  if (gone.length) set.remove(gone);
  for (const id of gone) before.delete(id);
  const looks = wanted.map((item) => [item, JSON.stringify(item)]).filter(([item, look]) => before.get(item.id) !== look);
  if (looks.length) set.update(looks.map(([item]) => item));
  for (const [item, look] of looks) before.set(item.id, look);
}
const nodesBefore = new Map();
const edgesBefore = new Map();

export function draw() {
  const seen = visible();
  const sizes = sizesOf(shown.keys());
  const lifted = above(sizes);
  put(nodes, [...seen.nodes].map((id) => nodeLook(id, sizes.get(id), lifted.has(id))), nodesBefore);
  put(edges, seen.edges.map(edgeLook), edgesBefore);
  Object.assign(document.documentElement.dataset, { nodes: nodes.length, lines: edges.length });
  return seen;
}

export { edges, nodes, SHAPES };
