// The picture to take away: PNG and SVG of exactly what is seen, and the PyVis page of all that is shown.

import { postText } from "./ask.js";
import { colours, edges, nodes } from "./draw.js";
import { chosen, known, shown } from "./model.js";
import { nameOf } from "./pane.js";
import { picture } from "./svg.js";
import { at, el, t } from "./words.js";

function give(content, type, ending) {
  const link = el("a", { href: URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type })), download: `${title().replace(/[\\/:*?"<>|\s]+/g, "_").slice(0, 60)}.${ending}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function title() {
  const about = chosen.length ? chosen : [...shown.keys()].slice(0, 1);
  return about.length ? `${t("title")} · ${about.map((id) => nameOf(id)).join(" — ").slice(0, 60)}` : t("title");
}

function source() {
  const numbers = [...new Set([...shown.keys()].map((id) => known.nodes.get(id)).map((node) => (node.kind === "Notice" ? node.number || node.name : node.of)).filter(Boolean))].sort();
  const from = numbers.length > 3 ? t("source.many", { first: numbers[0], n: numbers.length }) : t("source", { notices: numbers.join("、") || "—" });
  return `${from}　${new Date().toLocaleDateString("sv")}`;
}

// The size of the canvas on screen; on paper it has another.
let frame = at("canvas").getBoundingClientRect();
new ResizeObserver(() => {
  if (!matchMedia("print").matches) frame = at("canvas").getBoundingClientRect();
}).observe(at("canvas"));

function drawn() {
  const seen = new Set(nodes.getIds().map((id) => known.nodes.get(id).kind));
  const legend = ["Measure", "Department", "Project", "Region", "Theme", "Notice"].filter((kind) => seen.has(kind)).map((kind) => [kind, t(`kind.${kind}`)]);
  const [strong, other] = [...document.querySelectorAll(".line-key")].map((key) => key.textContent.trim());
  const ties = edges.get().filter((edge) => edge.id.includes('"ASSIGNED_TO"'));
  const lines = [[strong, false], [other, true]].filter(([, dashed]) => ties.some((edge) => Boolean(edge.dashes) === dashed));
  return picture([title(), at("told").textContent], source(), { of: (id) => known.nodes.get(id).kind, legend, lines }, frame);
}

// On paper the picture that one would save stands in place of the canvas, which keeps its size meanwhile.
export function onPaper(printing) {
  Object.assign(at("canvas").style, printing ? { width: `${frame.width}px`, height: `${frame.height}px` } : { width: "", height: "" });
  const text = printing && shown.size ? drawn() : "";
  at("paper").replaceChildren(...(text ? [document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true)] : []));
}

export function saveSvg() {
  give(drawn(), "image/svg+xml", "svg");
}

// The canvas itself between the head and the foot of the SVG: pixel for pixel what is seen.
export async function savePng() {
  const frameOnly = new DOMParser().parseFromString(drawn(), "image/svg+xml");
  frameOnly.querySelector('[clip-path="url(#seen)"]').remove();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(frameOnly))}`;
  await image.decode();
  const seen = at("canvas").querySelector("canvas");
  const ratio = seen.width / seen.clientWidth;
  const made = el("canvas", { width: Math.round(frame.width * ratio), height: Math.round((frame.height + 132) * ratio) });
  const pen = made.getContext("2d");
  pen.fillStyle = colours.paper;
  pen.fillRect(0, 0, made.width, made.height);
  pen.drawImage(image, 0, 0, made.width, made.height);
  pen.drawImage(seen, 0, Math.round(72 * ratio));
  made.toBlob((blob) => give(blob, "image/png", "png"));
}

export async function savePage() {
  const places = Object.fromEntries([...shown].map(([id, { x, y }]) => [id, [Math.round(x), Math.round(y)]]));
  const text = await postText("graph.html", { places, title: title() });
  if (text) give(text, "text/html", "html");
}

