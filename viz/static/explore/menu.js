// The menu of a node, the same as in the pane, where the mouse is; and the keys of the canvas.

import { addPaths, askPaths, collapse, expand, hide, open, pin } from "./acts.js";
import { look, seeAll, zoom } from "./camera.js";
import { network, nodes } from "./draw.js";
import { chosen, hiddenNear, known, shown } from "./model.js";
import { hiddenKinds, nameOf, opening, pick, pickBoth, pickNone, second } from "./pane.js";
import { redo, undo } from "./past.js";
import { at, button, el, MOST, said, t, tell } from "./words.js";

let start = null; // the node that paths are wanted from

export function close() {
  at("menu").hidden = true;
}

async function pathTo(id) {
  const answer = await askPaths(start, id);
  start = null;
  if (answer) addPaths(answer);
}

function startAt(id) {
  start = id;
  tell(t("path.begun", { name: nameOf(id) }));
  at("canvas").focus({ preventScroll: true });
}

export function menu(id, x, y) {
  const near = hiddenNear(id);
  const left = hiddenKinds(id).filter(([, n]) => n > 0);
  const all = left.reduce((sum, [, n]) => sum + n, 0);
  const items = [
    ...opening(id),
    left.length > 1 && button(t("expand.all", { n: all }), () => expand(id, left.map(([kind]) => kind), MOST)),
    start !== id && button(t("path.from"), () => startAt(id)),
    start !== null && start !== id && shown.has(start) && button(t("path.to", { name: nameOf(start) }), () => pathTo(id)),
    shown.size > 1 && button(t("second"), () => second(true)),
    button(t("collapse"), () => collapse(id)),
    button(t("hide"), () => hide([id])),
    button(shown.get(id).pinned ? t("unpin") : t("pin"), () => pin(id)),
    el("a", { href: known.nodes.get(id).url }, t("page")),
  ].filter(Boolean);
  for (const item of items) {
    item.setAttribute("role", "menuitem");
    item.addEventListener("click", close);
  }
  const box = at("menu");
  box.replaceChildren(el("p", { className: "soft small" }, near > 50 ? t("expand.much", { n: near }) : said(nameOf(id))), ...items);
  box.hidden = false;
  const frame = at("stage").getBoundingClientRect();
  box.style.left = `${Math.max(0, Math.min(x, frame.width - box.offsetWidth - 8))}px`;
  box.style.top = `${Math.max(0, Math.min(y, frame.height - box.offsetHeight - 8))}px`;
  items[0]?.focus();
}

export function menuAt(id) {
  const { x, y } = network.canvasToDOM(shown.get(id));
  pick(id);
  menu(id, x + 20, y);
}

// From node to node with the arrow keys: the nearest one that way. With Shift the first stays chosen beside it.
function walk(dx, dy, both) {
  const id = chosen.at(-1);
  const from = shown.get(id);
  if (!from) return look(dx * 80, dy * 80);
  let best = null;
  for (const other of nodes.getIds()) {
    if (other === id || (both && other === chosen[0])) continue;
    const place = shown.get(other);
    const [x, y] = [place.x - from.x, place.y - from.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (ahead <= 0) continue;
    const far = ahead + aside * 2.2;
    if (!best || far < best.far) best = { id: other, far };
  }
  if (best && both) return pickBoth(chosen[0], best.id);
  return best && pick(best.id);
}

const KEYS = {
  ArrowLeft: (both) => walk(-1, 0, both), ArrowRight: (both) => walk(1, 0, both), ArrowUp: (both) => walk(0, -1, both), ArrowDown: (both) => walk(0, 1, both),
  Enter: () => chosen[0] && open(chosen[0], menuAt),
  m: () => chosen[0] && menuAt(chosen[0]),
  ContextMenu: () => chosen[0] && menuAt(chosen[0]),
  Delete: () => hide([...chosen]), Backspace: () => hide([...chosen]),
  p: () => chosen[0] && pin(chosen[0]),
  c: () => chosen[0] && collapse(chosen[0]),
  "+": () => zoom(1.2), "=": () => zoom(1.2), "-": () => zoom(1 / 1.2), 0: () => seeAll(true),
  Home: () => nodes.length && pick(nodes.getIds()[0]),
};

export function listen() {
  at("canvas").addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = KEYS[event.key];
    if (!action) return;
    event.preventDefault();
    action(event.shiftKey);
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea");
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && !typing && (key === "z" || key === "y")) {
      event.preventDefault();
      if (key === "y" || event.shiftKey) redo();
      else undo();
    }
    if (event.key === "Escape" && !at("menu").hidden) {
      close();
      at("canvas").focus();
    } else if (event.key === "Escape" && !typing && !event.defaultPrevented) pickNone();
  });
  at("menu").addEventListener("keydown", (event) => {
    if (event.key === "Tab") {
      close();
      at("canvas").focus();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const items = [...at("menu").querySelectorAll("[role=menuitem]")];
    const next = items.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    items[(next + items.length) % items.length].focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!at("menu").contains(event.target)) close();
  });
}
