// Moving about.
const columns = data.curved || data.view === "list";
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
  if (!columns || !data.nodes.length) return whole();
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
if (columns) {
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
