// The words of the page's language, and small ways to put text on it. Text is only ever text.

const read = (id) => JSON.parse(document.getElementById(id).textContent);

export const words = read("words");
export const start = read("start");
export const MOST = Number(document.getElementById("explore").dataset.most);

export function t(key, values = {}) {
  const said = (value) => (typeof value === "number" ? value.toLocaleString("en") : String(value));
  return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, () => said(value)), words[key] ?? key);
}

export const at = (id) => document.getElementById(id);

export function el(tag, props = {}, ...parts) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name in made && !name.startsWith("aria")) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...parts.filter((part) => part !== null && part !== undefined && part !== false));
  return made;
}

// Words of a notice: Chinese whatever the page's language, and never able to turn the line around.
export const said = (text) => el("bdi", { lang: "zh-CN" }, text);

export const button = (name, onclick, more = {}) => el("button", { type: "button", onclick, ...more }, name);

export function tell(text, alarm = false) {
  at("told").textContent = text;
  at("told").classList.toggle("alarm", alarm);
}
