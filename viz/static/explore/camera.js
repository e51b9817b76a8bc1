// Which part of the picture is on screen. It stands in the address, so that a colleague sees the same.

import { network, nodes } from "./draw.js";
import { shown } from "./model.js";
import { at } from "./words.js";

const [LEAST, MOST] = [0.05, 4];
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
}

function move(to) {
  network.moveTo(to);
  whole = false;
  moved();
}

// As near as the words of the picture are as large as those around it, which are larger on a wall.
const nearest = () => Math.max(1, parseFloat(getComputedStyle(document.documentElement).fontSize) / 16);

function fit(zoomIn) {
  if (!nodes.length) return;
  const near = nearest();
  const most = zoomIn ? near : Math.min(near, network.getScale());
  network.fit({ maxZoomLevel: Math.max(most, LEAST), animation: false });
  // vis-network thinks of names below alone
  const tops = nodes.get().filter(({ font }) => font.vadjust).map(({ y, size, font }) => y + size + font.vadjust);
  for (let tries = 0; tries < 6 && tops.some((y) => network.canvasToDOM({ x: 0, y }).y < 2); tries += 1) network.moveTo({ scale: Math.max(LEAST, network.getScale() * 0.94) });
  whole = true;
}

// The camera goes back as far as it must to show everything, and no nearer than it was.
export function seeAll(zoomIn = false) {
  fit(zoomIn);
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
