// What every page gains when scripts run; nothing is lost without them.

document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    document.getElementById("find")?.focus();
    event.preventDefault();
  }
});

// A link with data-swap="#id" changes only that part of the page, and the address.
async function swap(url, target, push) {
  const answer = await fetch(url, { headers: { Accept: "text/html" } });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const old = document.querySelector(target);
  const part = fresh.querySelector(target);
  if (!answer.ok || !old || !part) {
    location.assign(url);
    return;
  }
  old.replaceWith(document.adoptNode(part));
  for (const chosen of document.querySelectorAll("[data-swap].chosen, .chosen:has(> [data-swap])")) chosen.classList.remove("chosen");
  if (push) history.pushState({ swap: target }, "", url);
  document.dispatchEvent(new CustomEvent("swapped", { detail: { url, target } }));
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-swap]") : null;
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  swap(link.href, link.dataset.swap, true).then(() => link.parentElement?.classList.add("chosen"));
});

addEventListener("popstate", (event) => {
  if (event.state?.swap || document.querySelector("[data-swap]")) location.reload();
});

document.documentElement.dataset.ready = "";
