// Files dropped or chosen are sent one by one, each with its progress and what became of it.

const form = document.getElementById("drop");
const list = document.getElementById("progress");

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

function told(line, one) {
  line.replaceChildren(element("strong", one.source), " ", list.dataset[one.outcome] ?? one.outcome, " ");
  if (one.error) {
    line.classList.add("alarm");
    line.append(element("div", one.error.detail ?? one.error.message));
    return;
  }
  const link = element("a", one.title || one.notice);
  link.href = `/node?id=${encodeURIComponent(one.notice)}`;
  line.append(link, ` · ${list.dataset.measures} ${one.counts.measures} · ${list.dataset.warnings} ${one.warnings.length}`);
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

if (form && list) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    load([...form.elements.file.files]);
  });
  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
  }
  for (const name of ["dragleave", "drop"]) form.addEventListener(name, () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    load([...event.dataTransfer.files]);
  });
}
