// The explorer: what hangs together with what, step by step, and where it is said.

import { add, addPaths, addSearch, askPaths, changed, clear, listen as listenActs, open, round } from "./acts.js";
import { post } from "./ask.js";
import { listen as listenCamera, see, seeAll, zoom } from "./camera.js";
import { draw, edges, network, nodes, readColours } from "./draw.js";
import { listen as listenFilters, refresh } from "./filter.js";
import { listen as listenFind } from "./find.js";
import { choose, chosen, known, learn, restore, shown } from "./model.js";
import { listen as listenMenu, menu, menuAt } from "./menu.js";
import { pick, pickBoth, pickEdge, pickNone, showFound, showPane, wantsSecond } from "./pane.js";
import { canRedo, canUndo, keep, listen as listenPast, redo, sent, settle, step, undo } from "./past.js";
import { beside, room, shapeOf } from "./place.js";
import { onPaper, savePage, savePng, saveSvg } from "./save.js";
import { fillTable } from "./table.js";
import { at, start, t, tell } from "./words.js";

async function way(a, b) {
  const answer = await askPaths(a, b);
  if (answer) addPaths(answer);
}

async function find(query) {
  const found = await addSearch(query);
  if (found?.ids.length > 2) showFound(found);
}

function nothing(query) {
  showFound({ query, ids: [], total: 0 });
  tell(t("found.none"));
}

function told() {
  at("undo").disabled = !canUndo();
  at("redo").disabled = !canRedo();
}

// A picture that was sent: its nodes as they are now, where they stood then. One that comes `from` somewhere else is
// seen as it was there; to one of this past the camera stays where it is.
async function put(picture, apply, from = false) {
  const missing = picture.nodes.map(([id]) => id).filter((id) => !known.nodes.has(id));
  if (missing.length) {
    const answer = await post("among", { new: missing.slice(0, 1000), have: [...known.nodes.keys()].slice(0, 1000 - Math.min(1000, missing.length)) });
    if (answer) learn(answer);
  }
  apply();
  changed();
  if (from) see(picture.view);
  told();
}

// What the address asks for: each node with its neighbours round it, or the ways between two.
function begin() {
  learn(start);
  if (start.paths.length) return addPaths(start);
  const place = (ids, places) => ids.forEach((id, i) => shown.set(id, { x: places[i][0], y: places[i][1], pinned: false }));
  const standing = () => [...shown].map(([id, { x, y }]) => [x, y, room(known.nodes.get(id))]);
  const ids = start.nodes.map((node) => node.id);
  for (const id of start.opened) {
    if (!shown.has(id)) place([id], beside([known.nodes.get(id)], standing()));
    const near = new Set(start.edges.filter((edge) => edge.source === id || edge.target === id).flatMap((edge) => [edge.source, edge.target]));
    const fresh = ids.filter((one) => near.has(one) && !shown.has(one) && !start.opened.includes(one));
    place(fresh, round(id, fresh));
  }
  shapeOf(at("canvas").getBoundingClientRect());
  const rest = ids.filter((id) => !shown.has(id));
  place(rest, beside(rest.map((id) => known.nodes.get(id)), standing()));
  choose(start.opened.slice(0, 1));
  changed(true);
  if (start.opened.length > 1) seeAll(true);
  if (start.left) tell(t("left", { n: ids.length, left: start.left }));
  if (start.q && !ids.length) nothing(start.q);
  else if (start.q && ids.length > 2) showFound({ query: start.q, ids, total: start.total });
  return settle();
}

network.on("click", ({ nodes: [id], edges: [key], event }) => {
  at("canvas").focus({ preventScroll: true });
  const { ctrlKey, metaKey, shiftKey } = event.srcEvent;
  if (id !== undefined) {
    if ((ctrlKey || metaKey || shiftKey || wantsSecond()) && chosen.length && !chosen.includes(id)) {
      pickBoth(chosen[0], id);
    } else pick(id);
  } else if (key !== undefined) {
    pickEdge(key);
  } else pickNone();
});
network.on("doubleClick", ({ nodes: [id] }) => id !== undefined && open(id, menuAt));
function menuHere(pointer) {
  const id = network.getNodeAt(pointer.DOM);
  if (id === undefined) return;
  pick(id);
  menu(id, pointer.DOM.x, pointer.DOM.y);
}
network.on("oncontext", ({ event, pointer }) => {
  event.preventDefault();
  menuHere(pointer);
});
network.on("hold", ({ event, pointer }) => event.srcEvent?.pointerType === "touch" && menuHere(pointer));
network.on("dragEnd", ({ nodes: moved }) => {
  if (!moved.length) return;
  for (const [id, { x, y }] of Object.entries(network.getPositions(moved))) Object.assign(shown.get(id), { x: Math.round(x), y: Math.round(y) });
  draw(); // names may stand on another side now
  step();
});
for (const [event, cursor] of [["hoverNode", "pointer"], ["blurNode", ""], ["hoverEdge", "pointer"], ["blurEdge", ""]]) {
  network.on(event, () => { at("canvas").style.cursor = cursor; });
}

// in another language or light it is the same picture
for (const link of document.querySelectorAll(".switches a")) {
  link.addEventListener("click", () => { link.hash = location.hash; });
}
at("undo").addEventListener("click", undo);
at("redo").addEventListener("click", redo);
at("in").addEventListener("click", () => zoom(1.25));
at("out").addEventListener("click", () => zoom(0.8));
at("fit").addEventListener("click", () => seeAll(true));
at("clear").addEventListener("click", clear);
for (const [id, save] of [["png", savePng], ["svg", saveSvg], ["pyvis", savePage]]) {
  at(id).addEventListener("click", () => {
    at(id).closest("details").open = false;
    save();
  });
}
at("twin").addEventListener("toggle", fillTable);
const openedBar = () => document.querySelector(".bar details[open]");
document.addEventListener("pointerdown", (event) => {
  const box = openedBar();
  if (box && !box.contains(event.target)) box.open = false;
});
document.querySelector(".bar").addEventListener("keydown", (event) => {
  const box = openedBar();
  if (event.key !== "Escape" || !box || event.defaultPrevented) return;
  event.preventDefault(); // what is chosen stays chosen
  box.open = false;
  box.querySelector("summary").focus();
});
for (const details of document.querySelectorAll(".bar details")) {
  details.addEventListener("toggle", () => {
    if (details.open) for (const other of document.querySelectorAll(".bar details[open]")) if (other !== details) other.open = false;
  });
}
for (const query of ["(prefers-color-scheme: dark)", "print"]) {
  matchMedia(query).addEventListener("change", () => {
    readColours();
    draw();
    network.redraw();
    onPaper(matchMedia("print").matches);
  });
}

listenActs(() => {
  refresh();
  showPane();
});
listenFind((item) => {
  if (item.url) return location.assign(item.url);
  return item.query ? find(item.query) : add([item.id]);
}, way, nothing);
listenFilters();
listenMenu();
listenPast(put);
new MutationObserver(told).observe(at("told"), { childList: true });

const picture = history.state?.picture ?? (await sent());
if (picture) {
  await put(picture, () => restore(picture), true);
} else begin();
told();
listenCamera(keep);
network.once("afterDrawing", () => { document.documentElement.dataset.explorer = "ready"; });
network.redraw();
window.jucuo = { network, nodes, edges, shown, known, pick, open };
