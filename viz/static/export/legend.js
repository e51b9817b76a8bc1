// Legend, table, picture.
function sign(entry) {
  const made = document.createElement("canvas");
  made.width = made.height = 36;
  made.style.width = made.style.height = "18px";
  const pen = made.getContext("2d");
  pen.scale(2, 2);
  mark(pen, entry, 9, 9);
  return made;
}
function mark(pen, entry, x, y) {
  pen.fillStyle = pen.strokeStyle = entry.colour;
  pen.beginPath();
  if (entry.sort) {
    pen.lineWidth = entry.strong ? 2.2 : 1.4;
    if (!entry.strong && entry.sort !== "relation") pen.setLineDash([4, 3]);
    pen.moveTo(x - 9, y);
    pen.lineTo(x + 9, y);
    pen.stroke();
    pen.setLineDash([]);
    return;
  }
  const points = {
    box: [[-8, -5], [8, -5], [8, 5], [-8, 5]],
    square: [[-6, -6], [6, -6], [6, 6], [-6, 6]],
    diamond: [[0, -8], [8, 0], [0, 8], [-8, 0]],
    triangle: [[0, -7], [8, 6], [-8, 6]],
    star: [...Array(10).keys()].map((i) => {
      const out = i % 2 ? 3.5 : 8;
      return [out * Math.sin((i * Math.PI) / 5), -out * Math.cos((i * Math.PI) / 5)];
    }),
  }[entry.shape];
  if (points) points.forEach(([dx, dy]) => pen.lineTo(x + dx, y + dy));
  else pen.arc(x, y, 6.5, 0, 7);
  pen.closePath();
  pen.fill();
}
function entry(item, set, key) {
  const box = Object.assign(el("input"), { type: "checkbox", checked: true });
  box.addEventListener("change", () => {
    if (box.checked) set.delete(key);
    else set.add(key);
    draw();
  });
  put(at("legend"), put(el("label"), box, sign(item), el("span", item.name), el("span", item.count, "count")));
}
data.kinds.forEach((item) => entry(item, off.kinds, item.kind));
data.sorts.forEach((item) => entry(item, off.sorts, item.sort));

function fillTable() {
  const table = el("table");
  const shares = data.edges.some((edge) => edgeOf.get(edge.id).about.measures);
  const heads = [say["col.a"], say["col.relation"], say["col.b"], ...(shares ? [] : [say["col.source"]]), say["col.quote"]];
  const row = put(el("tr"), ...heads.map((head) => Object.assign(el("th", head), { scope: "col" })));
  const body = el("tbody");
  for (const edge of edgeOf.values()) {
    const about = edge.about;
    const said = shares ? about.measures.map((n) => data.measures[n].title).join("；") : (about.quote || []).join("");
    const cells = [called(edge.from), about.says || say.shared.replace("{n}", about.count), called(edge.to), ...(shares ? [] : [about.source]), said];
    put(body, put(el("tr"), ...cells.map((text) => put(el("td"), words(text)))));
  }
  at("table").replaceChildren(put(table, put(el("thead"), row), body));
}
function turn() {
  const open = at("table").hidden;
  if (open) fillTable();
  at("table").hidden = !open;
  at("canvas").hidden = open;
  at("turn").setAttribute("aria-pressed", String(open));
  at("turn").textContent = open ? say.picture : say.table;
  if (!open) network.redraw();
}
function savePng() {
  const seen = at("canvas").querySelector("canvas");
  const ratio = seen.width / seen.clientWidth;
  const made = document.createElement("canvas");
  made.width = seen.width;
  made.height = seen.height + 116 * ratio;
  const pen = made.getContext("2d");
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, made.width, made.height);
  pen.drawImage(seen, 0, 64 * ratio);
  pen.scale(ratio, ratio);
  pen.textBaseline = "middle";
  const wide = seen.clientWidth - 32;
  pen.fillStyle = ink;
  pen.font = `bold 18px ${data.font}`;
  pen.fillText(data.title, 16, 22, wide);
  pen.font = `13px ${data.font}`;
  pen.fillText(data.said, 16, 48, wide);
  let x = 26;
  const y = 64 + seen.clientHeight;
  for (const item of [...data.kinds, ...data.sorts]) {
    if (off.kinds.has(item.kind) || off.sorts.has(item.sort)) continue;
    mark(pen, item, x, y + 16);
    pen.fillStyle = ink;
    pen.fillText(item.name, x + 16, y + 16);
    x += 44 + pen.measureText(item.name).width;
  }
  pen.fillText(`${data.source}　${new Date().toLocaleDateString("sv")}`, 16, y + 40, wide);
  made.toBlob((blob) => {
    const link = el("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${data.title.replace(/[\\/:*?"<>|\s]+/g, "_").slice(0, 60)}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });
}
