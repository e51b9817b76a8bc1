// The one search box: suggestions while one types, keys before the mouse.

import { get } from "./ask.js";
import { known, shown } from "./model.js";
import { at, el, said, t } from "./words.js";

function sign(kind) {
  return document.querySelector(`#legend [data-kind="${kind}"] svg`)?.cloneNode(true) ?? el("span", { className: "glyph" });
}

// What is offered: its sign, its name, and what it is; of a node with how many measures it has.
function row(item) {
  if (item.kind) {
    const what = t(`kind.${item.kind}`);
    const name = el("span", {}, said(item.name), item.of && el("small", { className: "soft" }, said(item.of)));
    return [sign(item.kind), name, el("span", { className: "n soft" }, item.count ? t("suggested.count", { kind: what, n: item.count }) : what)];
  }
  const mark = el("span", { className: "glyph all", "aria-hidden": "true" }, item.narrow ? "≡" : item.url ? "？" : "＋");
  const words = (item.parts ?? [[item.name, false]]).flatMap(([text, isName], n) => [n ? " " : "", isName ? said(text) : text]);
  return [mark, el("span", {}, ...words), el("span", { className: "n soft" }, item.url && !item.narrow ? t("question") : "")];
}

// The notices in the picture, if they are few: their measures go first when one asks by number.
function noticesShown() {
  const found = [...new Set([...shown.keys()].map((id) => known.nodes.get(id).notice ?? (known.nodes.get(id).kind === "Notice" ? id : null)))].filter(Boolean);
  return found.length > 5 ? [] : found;
}

// `taken` is called with what was chosen: a node's id, a query whose answers are wanted, or a question's address;
// `nothing` with what was typed where there is nothing to choose.
export function combobox(input, list, taken, { only = () => true, nothing = () => {} } = {}) {
  let items = [];
  let current = -1;
  let asked = 0;
  let waiting;

  function close() {
    list.hidden = true;
    current = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
  function light(next) {
    current = next;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === current)));
    if (current < 0) return input.removeAttribute("aria-activedescendant");
    list.children[current].scrollIntoView({ block: "nearest" });
    return input.setAttribute("aria-activedescendant", list.children[current].id);
  }
  function take(item) {
    close();
    input.value = item.query ?? item.name;
    input.select(); // what one types next is another question
    taken(item);
  }
  async function ask() {
    asked += 1;
    const mine = asked;
    const text = input.value.trim();
    if (!text) return close();
    const found = await get("suggest", [["q", text], ...noticesShown().map((id) => ["notice", id])]);
    if (mine !== asked || !found || document.activeElement !== input) return undefined;
    items = found.filter(only);
    list.replaceChildren(...(items.length ? items.map((item, i) => el("li", {
      id: `${list.id}-${i}`, role: "option", "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); take(item); },
    }, ...row(item))) : [el("li", { className: "soft", role: "option", "aria-disabled": "true" }, t("nothing"))]));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    return light(-1);
  }

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 90);
  });
  input.addEventListener("focus", () => input.value.trim() && ask());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", async (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) return ask();
      const last = items.length - 1;
      return light(event.key === "ArrowDown" ? (current >= last ? 0 : current + 1) : (current <= 0 ? last : current - 1));
    }
    if (event.key === "Escape") {
      if (!list.hidden) event.preventDefault();
      return close();
    }
    if (event.key !== "Enter") return undefined;
    event.preventDefault();
    clearTimeout(waiting);
    if (list.hidden || current < 0) await ask();
    const item = items[Math.max(current, 0)];
    const text = input.value.trim();
    if (!text) return undefined;
    return item ? take(item) : nothing(text);
  });
}

export function listen(taken, way, nothing) {
  combobox(at("seek"), at("seek-list"), taken, { nothing });
  const box = at("way-from").closest("details");
  const begin = () => box.open && at("way-from").focus();
  box.addEventListener("toggle", begin);
  begin(); // one may have opened it while the scripts were on their way
  const ends = {};
  for (const end of ["from", "to"]) {
    combobox(at(`way-${end}`), at(`way-${end}-list`), (item) => {
      ends[end] = item.id;
      if (!ends.from || !ends.to) return at(ends.from ? "way-to" : "way-from").focus();
      box.open = false;
      at("canvas").focus({ preventScroll: true });
      return way(ends.from, ends.to);
    }, { only: (item) => item.id });
    at(`way-${end}`).addEventListener("input", () => { delete ends[end]; });
  }
}
