// The matrix under the hand: row and column light up, arrow keys walk from number to number.

const grid = document.getElementById("grid");

function light(cell) {
  for (const lit of grid.querySelectorAll("th.lit")) lit.classList.remove("lit");
  if (!cell) return;
  cell.parentElement.querySelector("th")?.classList.add("lit");
  grid.tHead.rows[0].cells[cell.cellIndex]?.classList.add("lit");
}

function step(cell, down, right) {
  const rows = grid.tBodies[0].rows;
  let row = cell.parentElement.sectionRowIndex;
  let column = cell.cellIndex;
  for (;;) {
    row += down;
    column += right;
    const next = rows[row]?.cells[column];
    if (!next || next.tagName === "TH") return;
    const link = next.querySelector("a");
    if (link) {
      link.focus();
      return;
    }
  }
}

const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

if (grid) {
  grid.addEventListener("mouseover", (event) => light(event.target.closest("td")));
  grid.addEventListener("mouseleave", () => light(null));
  grid.addEventListener("focusin", (event) => light(event.target.closest("td")));
  grid.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td");
    const move = MOVES[event.key];
    if (!cell || !move) return;
    event.preventDefault();
    step(cell, ...move);
  });
}
