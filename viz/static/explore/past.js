// One past for undo, redo and the browser's own buttons; and the picture in the address, to be sent to somebody.

import { view } from "./camera.js";
import { restore, snapshot } from "./model.js";

let index = 0;
let last = 0;
let named = 0; // pictures whose address was asked for; packing one may take longer than the next
let restoring = false;
let later;

const plain = (text) => new TextEncoder().encode(text);
const letters = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const through = async (data, stream) => new Uint8Array(await new Response(new Blob([data]).stream().pipeThrough(stream)).arrayBuffer());

async function packed(picture) {
  const text = plain(JSON.stringify(picture));
  if (typeof CompressionStream === "undefined") return `j${letters(text)}`;
  return `z${letters(await through(text, new CompressionStream("deflate")))}`;
}

async function unpacked(text) {
  const data = bytes(text.slice(1));
  const whole = text[0] === "z" ? await through(data, new DecompressionStream("deflate")) : data;
  const picture = JSON.parse(new TextDecoder().decode(whole));
  const sound = Array.isArray(picture.nodes) && picture.nodes.every(([id, x, y]) => typeof id === "string" && Number.isFinite(x) && Number.isFinite(y));
  return sound ? picture : null;
}

// The picture that the address holds, or null.
export async function sent() {
  if (!location.hash.startsWith("#s=")) return null;
  try {
    return await unpacked(location.hash.slice(3));
  } catch {
    return null;
  }
}

async function name(picture) {
  named += 1;
  const mine = named;
  const address = picture.nodes.length ? `${location.pathname}#s=${await packed(picture)}` : location.pathname;
  if (mine === named) history.replaceState(history.state, "", address);
}

const seen = () => ({ ...snapshot(), view: view() });

// A step that can be taken back.
export function step() {
  const picture = seen();
  index += 1;
  last = index;
  history.pushState({ index, picture }, "");
  return name(picture);
}

// Where one begins, or which part one looks at: that is no step.
export function settle() {
  clearTimeout(later);
  const picture = seen();
  history.replaceState({ index, picture }, "");
  return name(picture);
}

// The same, once one's hand rests.
export function keep() {
  clearTimeout(later);
  later = setTimeout(() => restoring || settle(), 100);
}

export const canUndo = () => index > 0;
export const canRedo = () => index < last;
export const undo = () => canUndo() && history.back();
export const redo = () => canRedo() && history.forward();

export function listen(changed) {
  index = history.state?.index ?? 0;
  last = index;
  addEventListener("popstate", async (event) => {
    clearTimeout(later);
    named += 1;
    restoring = true;
    const own = event.state?.picture;
    const picture = own ?? (await sent());
    index = event.state?.index ?? 0;
    last = Math.max(last, index);
    if (picture) await changed(picture, () => restore(picture), !own);
    restoring = false;
    if (own && snapshot().nodes.length === own.nodes.length) keep(); // the camera is not where it was then
  });
}
