// What every page gains when scripts run; nothing is lost without them.

import "./day.js";

document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    document.querySelector("#seek, #find")?.focus();
    event.preventDefault();
  }
});

// A link with data-swap="#id" changes only that part of the page, and the address.

const here = () => location.pathname + location.search;
let shown = here();

async function swap(link) {
  const answer = await fetch(link.href, { headers: { Accept: "text/html" } });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const old = document.querySelector(link.dataset.swap);
  const part = fresh.querySelector(link.dataset.swap);
  if (!answer.ok || !old || !part) {
    location.assign(link.href);
    return;
  }
  old.replaceWith(document.adoptNode(part));
  const [cell, box] = [link.getBoundingClientRect(), part.getBoundingClientRect()];
  if (cell.bottom > box.top && cell.right > box.left) link.scrollIntoView({ block: "nearest" }); // it stands over what was clicked
  for (const chosen of document.querySelectorAll("td.chosen")) chosen.classList.remove("chosen");
  link.parentElement.classList.add("chosen");
  history.pushState(null, "", link.href.split("#")[0]);
  shown = here();
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-swap]") : null;
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  swap(link).catch(() => location.assign(link.href));
});

addEventListener("popstate", () => {
  if (here() !== shown && document.querySelector("[data-swap]")) location.reload();
});

// A field with data-suggest="Kind" offers the names that begin as one types, also by short name and pinyin initials.

function offer(field, list, names) {
  const typed = field.value.trim();
  list.replaceChildren(
    ...names.map((name) => {
      const option = document.createElement("option");
      option.value = name;
      // the browser shows only what holds the typed letters: lcj stands in no name
      if (!name.includes(typed)) option.label = typed;
      return option;
    }),
  );
}

for (const [number, field] of document.querySelectorAll("input[data-suggest]").entries()) {
  const list = document.createElement("datalist");
  list.id = `suggest-${number}`;
  field.after(list);
  field.setAttribute("list", list.id);
  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    const typed = field.value.trim();
    if (!typed) return;
    waiting = setTimeout(async () => {
      const asked = new URLSearchParams({ q: typed.slice(0, 100), limit: "8", kinds: field.dataset.suggest });
      const answer = await fetch(`/api/v1/suggest?${asked}`);
      if (answer.ok && field.value.trim() === typed) offer(field, list, (await answer.json()).map((one) => one.name));
    }, 120);
  });
}

// What is folded stands on paper too.

const folded = [];
addEventListener("beforeprint", () => {
  for (const one of document.querySelectorAll("main details:not([open], .onscreen)")) {
    if (one.closest("#explore")) continue;
    one.open = true;
    folded.push(one);
  }
});
addEventListener("afterprint", () => {
  for (const one of folded.splice(0)) one.open = false;
});

document.documentElement.dataset.ready = "";
