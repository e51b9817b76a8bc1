// The matrix as it is seen, as one picture with title, note, date and source.

const EDGE = 24;
const SCALE = 2;

// Name and number of every cell, where they stand and how they look.
function cells(grid, origin) {
  return [...grid.querySelectorAll("th, tbody td")].map((cell) => {
    const box = cell.getBoundingClientRect();
    const style = getComputedStyle(cell);
    return {
      x: box.x - origin.x,
      y: box.y - origin.y,
      width: box.width,
      height: box.height,
      text: cell.textContent.trim(),
      ground: style.backgroundColor,
      ink: style.color,
      head: cell.tagName === "TH",
      upright: cell.tagName === "TH" && cell.scope === "col",
    };
  });
}

function draw(context, cell, size) {
  context.fillStyle = cell.ground;
  if (!cell.head) context.fillRect(cell.x, cell.y, cell.width, cell.height);
  context.fillStyle = cell.ink;
  if (cell.upright) {
    context.textAlign = "center";
    const letters = [...cell.text];
    letters.forEach((letter, place) =>
      context.fillText(letter, cell.x + cell.width / 2, cell.y + cell.height - (letters.length - place) * size * 1.02),
    );
    return;
  }
  context.textAlign = cell.head ? "right" : "center";
  context.fillText(cell.text, cell.head ? cell.x + cell.width - 6 : cell.x + cell.width / 2, cell.y + cell.height / 2);
}

function picture(grid, button) {
  const origin = grid.getBoundingClientRect();
  const page = getComputedStyle(document.body);
  const size = parseFloat(getComputedStyle(grid).fontSize);
  const top = EDGE + size * 4.5;
  const canvas = document.createElement("canvas");
  const width = Math.max(origin.width + 2 * EDGE, 640);
  const height = top + origin.height + EDGE + size * 2;
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext("2d");
  context.scale(SCALE, SCALE);
  context.fillStyle = page.backgroundColor;
  context.fillRect(0, 0, width, height);
  context.fillStyle = page.color;
  context.textBaseline = "middle";
  context.font = `bold ${size * 1.5}px ${page.fontFamily}`;
  context.fillText(button.dataset.title, EDGE, EDGE + size);
  context.font = `${size}px ${page.fontFamily}`;
  context.fillText(button.dataset.note, EDGE, EDGE + size * 3, width - 2 * EDGE);
  context.save();
  context.translate(EDGE, top);
  for (const cell of cells(grid, origin)) draw(context, cell, size);
  context.restore();
  context.fillStyle = page.color;
  context.textAlign = "left";
  const day = new Date().toISOString().slice(0, 10);
  context.fillText(`${button.dataset.source}　${day}`, EDGE, height - EDGE, width - 2 * EDGE);
  return canvas;
}

const grid = document.getElementById("grid");
const button = document.getElementById("png");
if (grid && button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    picture(grid, button).toBlob((blob) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = `${button.dataset.title}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
  });
}
