// Questions to the server.

import { at, t, tell } from "./words.js";

const quiet = { Accept: "application/json", "Accept-Language": document.documentElement.lang };

async function answered(response) {
  if (response.ok) return response.json();
  const problem = await response.json().catch(() => ({}));
  throw new Error(problem.detail || t("failed"));
}

const PATIENT = 300; // milliseconds without an answer, then it is shown that one waits
const waiting = new Set();

async function waited(asking) {
  const one = setTimeout(() => {
    waiting.add(one);
    at("stage").setAttribute("aria-busy", "true");
  }, PATIENT);
  try {
    return await asking();
  } finally {
    clearTimeout(one);
    waiting.delete(one);
    if (!waiting.size) at("stage").removeAttribute("aria-busy");
  }
}

async function tried(asking) {
  try {
    return await answered(await waited(asking));
  } catch (error) {
    tell(error instanceof TypeError ? t("failed") : error.message, true);
    return null;
  }
}

export function get(path, asked) {
  return tried(() => fetch(`/explore/${path}?${new URLSearchParams(asked)}`, { headers: quiet }));
}

export function post(path, body) {
  return tried(() => fetch(`/explore/${path}`, { method: "POST", headers: { ...quiet, "Content-Type": "application/json" }, body: JSON.stringify(body) }));
}

export async function postText(path, body) {
  const response = await waited(() => fetch(`/explore/${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) })).catch(() => null);
  if (response?.ok) return response.text();
  tell(t("failed"), true);
  return null;
}
