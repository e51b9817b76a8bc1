// What is seen, as SVG: shapes and text that other programs can change. Built as elements, so that names stay text.

import { colours, edges, face, network, nodes } from "./draw.js";
import { visible } from "./model.js";
import { across as width } from "./place.js";

const RADIUS = 6;
const NS = "http://www.w3.org/2000/svg";

export function svg(tag, props = {}, ...parts) {
  const made = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(props)) if (value !== undefined) made.setAttribute(name, value);
  made.append(...parts);
  return made;
}

const points = (list) => list.map(([x, y]) => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`).join(" ");

export function shape(kind, x, y, size, paint) {
  if (kind === "Department") return svg("circle", { cx: x, cy: y, r: size, ...paint });
  const corners = {
    Project: [[0, -1], [1, 0], [0, 1], [-1, 0]],
    Region: [[0, -1], [1, 0.73], [-1, 0.73]],
    Theme: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
    Measure: [[-1.2, -0.8], [1.2, -0.8], [1.2, 0.8], [-1.2, 0.8]],
    Notice: [...Array(10).keys()].map((i) => {
      const out = i % 2 ? 0.5 : 1.3;
      return [out * Math.sin((i * Math.PI) / 5), -out * Math.cos((i * Math.PI) / 5)];
    }),
  }[kind];
  return svg("polygon", { points: points(corners.map(([dx, dy]) => [x + dx * size, y + dy * size])), ...paint });
}

const text = (words, x, y, more = {}) => {
  const made = svg("text", { x, y, "font-size": 16, "text-anchor": "middle", fill: colours.ink, ...more });
  made.textContent = words;
  return made;
};

function node(id, kind) {
  const { x, y, label, size, color, borderWidth, font } = nodes.get(id);
  const paint = { fill: color.background, stroke: color.border, "stroke-width": borderWidth / network.getScale() };
  const rows = label.split("\n");
  if (kind === "Measure") {
    const box = network.getBoundingBox(id);
    const [left, top] = [box.left + RADIUS, box.top + RADIUS]; // vis-network counts the rounding to the box
    const back = svg("rect", { x: left, y: top, width: box.right - RADIUS - left, height: box.bottom - RADIUS - top, rx: RADIUS, ...paint });
    return [back, ...rows.map((row, i) => text(row, x, y + (i - (rows.length - 1) / 2) * 20.8 + 5.6))];
  }
  const halo = { stroke: colours.paper, "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round" };
  const first = y + size + 26 + 3 * rows.length + font.vadjust;
  const wide = width(label);
  const back = svg("rect", { x: x - wide / 2, y: first - 16, width: wide, height: rows.length * 20.8, fill: colours.paper });
  return [shape(kind, x, y, size, paint), back, ...rows.map((row, i) => text(row, x, first + i * 20.8, halo))];
}

const across = (name) => [...name].reduce((sum, c) => sum + (c > "\u2e80" ? 13.5 : 7.5), 0);

// The stretch of the canvas that is on screen, with a head and a foot.
export function picture(head, foot, kinds, frame) {
  const top = network.DOMtoCanvas({ x: 0, y: 0 });
  const scale = network.getScale();
  const [wide, tall] = [frame.width, frame.height];
  const seen = visible();
  const inside = svg("g", { transform: `translate(0 72) scale(${scale}) translate(${-top.x} ${-top.y})` });
  for (const { from, to, width, dashes, color } of edges.get()) {
    const [a, b] = [nodes.get(from), nodes.get(to)];
    inside.append(svg("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: color.color, "stroke-width": width, "stroke-dasharray": dashes ? dashes.join(" ") : undefined }));
  }
  for (const id of seen.nodes) inside.append(...node(id, kinds.of(id)));
  const made = svg("svg", { xmlns: NS, width: wide, height: tall + 132, viewBox: `0 0 ${wide} ${tall + 132}`, "font-family": face.replaceAll('"', "'") });
  made.append(
    svg("rect", { width: wide, height: tall + 132, fill: colours.paper }),
    svg("clipPath", { id: "seen" }, svg("rect", { y: 72, width: wide, height: tall })),
    text(head[0], 16, 30, { "text-anchor": "start", "font-size": 19, "font-weight": 700 }),
    text(head[1], 16, 56, { "text-anchor": "start", "font-size": 13, fill: colours.soft }),
    svg("g", { "clip-path": "url(#seen)" }, inside),
  );
  let x = 26;
  for (const [kind, name] of kinds.legend) {
    made.append(shape(kind, x, tall + 92, 7, { fill: colours[kind].border }), text(name, x + 14, tall + 97, { "text-anchor": "start", "font-size": 13 }));
    x += 44 + across(name);
  }
  for (const [name, dashed] of kinds.lines) {
    const paint = dashed ? { stroke: colours.line, "stroke-width": 1.4, "stroke-dasharray": "6 4" } : { stroke: colours.link, "stroke-width": 2.2 };
    made.append(svg("line", { x1: x - 8, y1: tall + 92, x2: x + 22, y2: tall + 92, ...paint }), text(name, x + 30, tall + 97, { "text-anchor": "start", "font-size": 13 }));
    x += 60 + across(name);
  }
  made.append(text(foot, 16, tall + 122, { "text-anchor": "start", "font-size": 13, fill: colours.soft }));
  return new XMLSerializer().serializeToString(made);
}
