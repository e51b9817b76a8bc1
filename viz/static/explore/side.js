// On which side of its sign the name of a node stands: below, unless lines pass there and fewer pass above.

import { edgesShown, known, linesOf, otherEnd, shown } from "./model.js";
import { across, passes } from "./place.js";

const ROW = 21;
const GAP = 8;
const MANY = 600; // beyond so many lines only a node's own are looked at

const at = (id) => [shown.get(id).x, shown.get(id).y];

// The ids of those that are named above; `sizes` gives the label and the size of each sign.
export function above(sizes) {
  const found = new Set();
  const all = edgesShown();
  const names = new Map(); // id → middle and size of its name; of a measure: its box
  const signs = new Map();
  for (const [id, { label, size }] of sizes) {
    const [x, y] = at(id);
    const [wide, tall] = [across(label) + 12, label.split("\n").length * ROW];
    const box = known.nodes.get(id).kind === "Measure";
    names.set(id, box ? [x, y, wide + 12, tall + 16] : [x, y + size + GAP + tall / 2, wide, tall]);
    if (!box) signs.set(id, [x, y, size * 2, size * 2]);
  }
  const hits = (a, b) => Math.abs(a[0] - b[0]) < (a[2] + b[2]) / 2 && Math.abs(a[1] - b[1]) < (a[3] + b[3]) / 2;
  for (const id of signs.keys()) {
    const own = linesOf(id).map((edge) => [at(id), at(otherEnd(edge, id))]);
    if (!own.length) continue;
    const lines = all.length > MANY ? own : all.map((edge) => [at(edge.source), at(edge.target)]);
    const [x, y] = at(id);
    const [, lower, wide, tall] = names.get(id);
    const cost = (middle) => {
      const box = [x, middle, wide, tall];
      let sum = lines.filter(([a, b]) => passes(a, b, [x, middle, [wide + 12, tall + 16]])).length; // it takes them smaller
      for (const some of [names, signs]) for (const [other, one] of some) if (other !== id && hits(box, one)) sum += 4;
      return sum;
    };
    const below = cost(lower);
    const upper = 2 * y - lower;
    if (!below || cost(upper) >= below) continue;
    found.add(id);
    names.set(id, [x, upper, wide, tall]);
  }
  return found;
}

// How far vis-network must move the name of such a node.
export const lift = (label, size) => -(2 * (size + GAP) + label.split("\n").length * ROW);
