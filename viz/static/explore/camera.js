// Which part of the picture is on screen. It stands in the address, so that a colleague sees the same.

import { network, nodes } from "./draw.js";
import { shown } from "./model.js";
import { at } from "./words.js";

const [LEAST, MOST] = [0.05, 4];
const [READABLE, SMALL] = [0.65, 500];
let whole = true; // whether everything is to be seen: then a larger or smaller screen shows everything, too
let moved = () => {};

export function listen(done) {
  moved = done;
  const byHand = () => {
    whole = false;
    moved();
  };
  network.on("zoom", byHand);
  network.on("dragEnd", ({ nodes: dragged }) => dragged.length || byHand());
  network.on("resize", () => {
    const scale = network.getScale();
    queueMicrotask(() => (whole ? fit(true) : network.moveTo({ scale }))); // vis-network stretches the picture first
  });
}

function move(to) {
  network.moveTo(to);
  whole = false;
  moved();
}

// As near as the words of the picture are as large as those around it, which are larger on a wall.
const nearest = () => Math.max(1, parseFloat(getComputedStyle(document.documentElement).fontSize) / 16);

// What these nodes take up, with their names; vis-network thinks of names below alone.
function ground(some = nodes.get()) {
  network.body.emitter.emit("_resizeNodes");
  const boxes = some.map(({ id, y, size, font }) => {
    const box = network.getBoundingBox(id);
    return { ...box, top: font.vadjust ? Math.min(box.top, y + size + font.vadjust) : box.top };
  });
  const [left, right] = [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))];
  const [top, bottom] = [Math.min(...boxes.map((box) => box.top)), Math.max(...boxes.map((box) => box.bottom))];
  return { x: (left + right) / 2, y: (top + bottom) / 2, wide: right - left, tall: bottom - top };
}

const EDGE = 14;
const FOOT = 42; // where it says what is shown

// All of these, no nearer than `near`, and no farther than `far`.
function frame(some, near, far) {
  const { x, y, wide, tall } = ground(some);
  const [width, height] = size();
  const scale = Math.max(far, Math.min(near, (width - 2 * EDGE) / wide, (height - EDGE - FOOT) / tall));
  network.moveTo({ position: { x, y: y + (FOOT - EDGE) / 2 / scale }, scale });
  whole = false;
}

function fit(zoomIn) {
  if (!nodes.length) return;
  frame(nodes.get(), zoomIn ? nearest() : Math.min(nearest(), network.getScale()), LEAST);
  whole = true;
}

// The camera goes back as far as it must to show everything, and no nearer than it was.
export function seeAll(zoomIn = false) {
  fit(zoomIn);
  moved();
}

// What has come: with everything else as long as the words can be read, else alone, as near as it was.
export function seeMore(ids) {
  const before = network.getScale();
  fit();
  if (network.getScale() < Math.min(READABLE, before)) frame(nodes.get(ids), before, Math.min(READABLE, before));
  moved();
}

// The first sight of a picture: everything, or as much as can be read of it round that node where the screen is small.
export function seeFirst(id) {
  fit(true);
  if (network.getScale() < READABLE && at("canvas").clientWidth < SMALL) {
    const { x, y } = shown.get(id) ?? ground();
    network.moveTo({ position: { x, y }, scale: READABLE });
    whole = false;
  }
  moved();
}

export function outOfSight(ids) {
  const frame = at("canvas").getBoundingClientRect();
  return ids.some((id) => {
    const { x, y } = network.canvasToDOM(shown.get(id));
    return x < 40 || y < 30 || x > frame.width - 40 || y > frame.height - 40;
  });
}

export function zoom(by) {
  move({ scale: Math.min(MOST, Math.max(LEAST, network.getScale() * by)) });
}

export function look(dx, dy) {
  const here = network.getViewPosition();
  move({ position: { x: here.x + dx / network.getScale(), y: here.y + dy / network.getScale() } });
}

const round = (number, by) => Math.round(number * by) / by;
const size = () => [at("canvas").clientWidth, at("canvas").clientHeight];

// The middle, the scale, and the size of the canvas that it was seen on; a sixth where everything was to be seen.
export function view() {
  const { x, y } = network.getViewPosition();
  const seen = [round(x, 10), round(y, 10), round(network.getScale(), 1e5), ...size()];
  return whole ? [...seen, 1] : seen;
}

// The same on this screen: on one of that size to the pixel, on another at least as much of the picture.
export function see(wanted) {
  if (!Array.isArray(wanted) || wanted.length < 5 || !wanted.every(Number.isFinite)) return fit(true);
  const [x, y, scale, wide, tall, all] = wanted;
  const [here, high] = size();
  const alike = here === wide && high === tall;
  if (all && !alike) return fit(true);
  const fits = alike ? scale : scale * Math.min(1, here / Math.max(1, wide), high / Math.max(1, tall));
  network.moveTo({ position: { x, y }, scale: Math.min(MOST, Math.max(LEAST, fits)) });
  whole = Boolean(all);
  return undefined;
}
