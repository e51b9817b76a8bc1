// Files dropped or chosen are sent one by one, each with its progress and what became of it.

const form = document.getElementById("drop");
const list = document.getElementById("progress");
const picked = document.getElementById("picked");

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function row(file) {
  const line = element("div", "", "note");
  const bar = element("progress");
  const state = element("span", list.dataset.sending, "soft");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  line.append(element("strong", file.name), " ", bar, " ", state);
  list.append(line);
  return { line, bar, state };
}

// A number that leads to a list of that length.
function counted(n, href, name) {
  const link = Object.assign(element("a", n.toLocaleString("en"), "count"), { href });
  link.dataset.count = n;
  link.setAttribute("aria-label", `${name} ${n}`);
  return [name, " ", link];
}

function told(line, one) {
  line.replaceChildren(element("strong", one.source), " ", list.dataset[one.outcome] ?? one.outcome, " ");
  if (one.error) {
    line.classList.add("alarm");
    line.append(element("div", one.error.detail ?? one.error.message));
    return;
  }
  const id = encodeURIComponent(one.notice);
  const link = element("a", one.title || one.notice);
  link.href = `/node?id=${id}`;
  line.append(link, " · ", ...counted(one.counts.measures, `/measures?notice=${id}`, list.dataset.measures));
  line.append(" · ", ...counted(one.warnings.length, `/node?id=${id}#warnings`, list.dataset.warnings));
  if (one.encoding && !one.encoding.startsWith("utf-8")) {
    line.append(` · ${list.dataset.encoding.replace("{encoding}", one.encoding.toUpperCase())}`);
  }
  if (one.warnings.length) {
    const warnings = element("ul", "", "warnings");
    for (const warning of one.warnings) {
      const item = element("li", `${warning.message} `);
      if (warning.line) item.append(element("span", list.dataset.line.replace("{line}", warning.line), "soft"));
      warnings.append(item);
    }
    line.append(warnings);
  }
}

function send(file) {
  return new Promise((resolve) => {
    const { line, bar, state } = row(file);
    const data = new FormData();
    data.append("file", file, file.name);
    const request = new XMLHttpRequest();
    request.open("POST", "/api/v1/notices");
    request.setRequestHeader("Accept-Language", document.documentElement.lang);
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) bar.value = event.loaded / event.total;
      if (bar.value === 1) {
        state.textContent = list.dataset.reading;
        bar.removeAttribute("value");
      }
    });
    request.addEventListener("loadend", () => {
      const items = request.response?.items;
      if (items?.length) {
        line.remove();
        for (const one of items) {
          const fresh = element("div", "", "note");
          list.append(fresh);
          told(fresh, one);
        }
      } else {
        line.classList.add("alarm");
        line.replaceChildren(element("strong", file.name), " ", request.response?.detail ?? list.dataset.lost);
      }
      resolve();
    });
    request.send(data);
  });
}

async function load(files) {
  for (const file of files) await send(file);
  list.dataset.done = String(list.children.length);
}

// The field itself is not to be seen, because a browser writes on it in its own language.
function tellPicked() {
  const names = [...form.elements.file.files].map((file) => file.name);
  const said = names.slice(0, 10).map((name) => Object.assign(element("bdi", name), { lang: "zh-CN" }));
  const parts = said.flatMap((name, i) => (i ? [list.dataset.sep, name] : [name]));
  picked.replaceChildren(...(names.length ? [picked.dataset.many.replace("{n}", names.length), " ", ...parts, ...(names.length > 10 ? [" …"] : [])] : []));
}

if (form && list) {
  form.noValidate = true; // what is missing is said below, in the language of the page
  form.elements.file.addEventListener("change", tellPicked);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const files = [...form.elements.file.files];
    if (files.length) load(files);
    else picked.textContent = picked.dataset.none;
  });
  // a file that misses the frame would be opened by the browser instead of the page
  const brings = (event) => event.dataTransfer?.types.includes("Files");
  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, (event) => {
      if (!brings(event)) return;
      event.preventDefault();
      form.classList.add("over");
    });
  }
  document.addEventListener("dragleave", (event) => event.relatedTarget || form.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    if (!brings(event)) return;
    event.preventDefault();
    form.classList.remove("over");
    load([...event.dataTransfer.files]);
  });
}
