// Questions to the server.

import { t, tell } from "./words.js";

const quiet = { Accept: "application/json", "Accept-Language": document.documentElement.lang };

async function answered(response) {
  if (response.ok) return response.json();
  const problem = await response.json().catch(() => ({}));
  throw new Error(problem.detail || t("failed"));
}

async function tried(asking) {
  try {
    return await answered(await asking());
  } catch (error) {
    tell(error instanceof TypeError ? t("failed") : error.message);
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
  const response = await fetch(`/explore/${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }).catch(() => null);
  if (response?.ok) return response.text();
  tell(t("failed"));
  return null;
}
