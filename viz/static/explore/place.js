// Where new nodes stand. What stands already never moves; the same steps give the same picture.

const FAR = 130; // as far out is as bad as a line over a node

// Ellipses are wider than tall, as screens and boxes are; on a phone held upright they are taller.
let flat = 1.35;
let aspect = 0.55; // how tall the screen is, of its width
export function shapeOf(frame) {
  aspect = Math.min(2, Math.max(0.4, (frame.height - 56) / (frame.width - 28) || 0)); // as much of it as the camera uses
  flat = frame.width < 500 && frame.width < frame.height ? 0.8 : 1.35;
}

const upright = () => aspect > 1;
const ring = () => (upright() ? 4 : 14); // more on one ring make it so wide that its words are too small to read

// How wide a label is drawn.
export const across = (label) => Math.max(...label.split("\n").map((row) => [...row].reduce((sum, c) => sum + (c > "\u2e80" ? 16 : 9), 0)));

// With what is not here yet, counted behind a name, or beside the number of a measure.
function written({ kind, label }) {
  const rows = label.split("\n");
  const row = kind !== "Measure" ? rows.at(-1) : rows.length > 1 ? rows[0] : "";
  return Math.max(across(label), across(`${row} +99`));
}

export function room(node) {
  const rows = node.label.split("\n").length;
  const wide = written(node) + 34;
  return node.kind === "Measure" ? [wide, Math.max(2, rows) * 21 + 30] : [Math.max(wide, 70), rows * 21 + 62];
}

function covers(place, size, taken) {
  return taken.some(([x, y, [wide, tall]]) => Math.abs(x - place[0]) < (wide + size[0]) / 2 && Math.abs(y - place[1]) < (tall + size[1]) / 2);
}

// Whether a line passes a node that it does not belong to.
export function passes([ax, ay], [bx, by], [x, y, [wide, tall]]) {
  let [from, to] = [0, 1];
  for (const [start, way, middle, half] of [[ax, bx - ax, x, wide / 2 - 12], [ay, by - ay, y, tall / 2 - 8]]) {
    if (Math.abs(way) < 1e-9) {
      if (Math.abs(start - middle) >= half) return false;
    } else {
      const ends = [(middle - half - start) / way, (middle + half - start) / way];
      from = Math.max(from, Math.min(...ends));
      to = Math.min(to, Math.max(...ends));
    }
  }
  return from < to;
}

const same = ([x, y], [otherX, otherY]) => x === otherX && y === otherY;

// How much stands in the way of the lines of a place, and how many lines it stands in the way of.
function inTheWay(place, size, ties, taken, lines) {
  let found = 0;
  for (const tie of ties) for (const one of taken) if (!same(one, tie) && passes(place, tie, one)) found += 2;
  for (const [a, b] of lines) if (passes(a, b, [...place, size])) found += 1;
  return found;
}

const on = (centre, angle, out) => [Math.round(centre.x + out * flat * Math.cos(angle)), Math.round(centre.y + out * Math.sin(angle))];

// The widest free stretch of directions round a place: from, width.
function freeStretch(centre, standing) {
  const near = standing.filter(([x, y]) => Math.hypot((x - centre.x) / flat, y - centre.y) < 620 && (x !== centre.x || y !== centre.y));
  if (!near.length) return [-Math.PI / 2, 7]; // more than a whole turn: nothing stands in the way
  const angles = near.map(([x, y]) => Math.atan2(y - centre.y, (x - centre.x) / flat)).sort((a, b) => a - b);
  let best = [0, -1];
  angles.forEach((angle, i) => {
    const next = i + 1 < angles.length ? angles[i + 1] : angles[0] + 2 * Math.PI;
    if (next - angle > best[1] + 1e-9) best = [angle, next - angle];
  });
  return best;
}

// Very many: in rows round the node, in reading order, on ground that is free, as wide as the screen wants so that words
// are as large as they can be; none right above, below or beside it, where a line through several would look like a chain.
// Boxes stand close; a row of others is taller, and higher rows are only told apart where nothing else stands.
const [CLOSE, TALL] = [64, 84];
function rows(centre, nodes, standing) {
  const wide = Math.max(...nodes.map(written)) + 26;
  const tall = (node) => (node.kind === "Measure" ? CLOSE : TALL);
  const alone = standing.length < 2;
  const high = alone ? CLOSE : Math.max(...nodes.map(tall));
  const free = (across, number) => {
    const top = -Math.ceil(number / 2);
    const cells = Array.from({ length: across * number }, (_, i) => [((i % across) + 0.5 - across / 2) * wide, (top + Math.floor(i / across) + 0.5) * high]);
    return cells
      .filter(([x, y]) => Math.hypot(x * 0.72, y) > (y > 0 ? 130 : 105)) // its name stands below
      .map(([x, y]) => [Math.round(centre.x + x), Math.round(centre.y + y)])
      .filter((place) => !covers(place, [wide, high], standing));
  };
  let best = null;
  for (let across = 2; across <= 2 * Math.ceil(Math.sqrt(nodes.length)); across += 2) {
    let number = Math.ceil(nodes.length / across);
    while (free(across, number).length < nodes.length) number += 1;
    const cost = Math.max(across * wide * aspect, number * high);
    if (!best || cost < best.cost) best = { cost, places: free(across, number) };
  }
  const places = best.places.slice(0, nodes.length);
  return alone ? stretched(centre.y, places, nodes.map((node) => tall(node) - CLOSE)) : places;
}

// The same with more room in rows that need it, outwards from the middle.
function stretched(middle, places, more) {
  const extra = new Map();
  places.forEach(([, y], i) => extra.set(y, Math.max(extra.get(y) ?? 0, more[i])));
  const moved = (y) => {
    const between = [...extra].filter(([row]) => (row < middle) === (y < middle) && Math.abs(row - middle) < Math.abs(y - middle));
    const out = between.reduce((sum, [, wants]) => sum + wants, extra.get(y) / 2);
    return Math.round(y + (y < middle ? -out : out));
  };
  return places.map(([x, y]) => [x, moved(y)]);
}

// New nodes round a node: on a full ellipse when nothing stands near, else fanning out on the free side; off the lines
// that are drawn, and where its own lines pass no other node, as far as there is such a place. `ties` gives the places
// that the lines of a node lead to, `lines` are the ends of those drawn already.
export function fan(centre, nodes, standing, ties = () => [], lines = []) {
  if (nodes.length > 48) return rows(centre, nodes, standing);
  if (nodes.length > ring() && freeStretch(centre, standing)[1] > 2 * Math.PI) return rows(centre, nodes, standing);
  const taken = [...standing];
  const drawn = [...lines];
  const [from, width] = freeStretch(centre, standing);
  const whole = width > 2 * Math.PI;
  const usable = whole ? 2 * Math.PI : Math.min(width * 0.86, Math.max(0.9, nodes.length * 0.42), 4.4);
  const first = whole ? from : from + (width - usable) / 2;
  const step = whole ? usable / nodes.length : usable / Math.max(1, nodes.length - 1);
  const crowded = (nodes.length * 150) / usable > 420;
  const reach = Math.max(upright() ? 150 : 215, (nodes.length * (crowded ? 66 : 120)) / usable);
  return nodes.map((node, i) => {
    const size = room(node);
    const angle = !whole && nodes.length === 1 ? from + width / 2 : first + i * step;
    const ends = [[centre.x, centre.y], ...ties(node.id)];
    const near = reach + (crowded && i % 2 ? 110 : 0);
    let best = null;
    for (let out = near; !best || (best.cost >= (out - near) / FAR && out < near + 260); out += 36) {
      for (const bend of whole ? [0] : [0, 0.12, -0.12, 0.24, -0.24, 0.4, -0.4]) {
        const place = on(centre, angle + bend, out);
        if (covers(place, size, taken)) continue;
        const cost = inTheWay(place, size, ends, taken, drawn) + (out - near) / FAR + Math.abs(bend);
        if (!best || cost < best.cost) best = { place, cost };
      }
    }
    taken.push([...best.place, size]);
    drawn.push(...ends.map((end) => [best.place, end]));
    return best.place;
  });
}

// A first node, or one that nothing shown leads to: to the right of all that stands, on a phone held upright below it.
export function beside(nodes, standing) {
  const taken = [...standing];
  const wide = Math.max(210, ...nodes.map((node) => room(node)[0])) + 20;
  const high = Math.max(76, ...nodes.map((node) => room(node)[1])) + 4;
  const tall = Math.ceil(Math.sqrt((nodes.length * wide * aspect) / high));
  const [xs, ys] = [0, 1].map((axis) => standing.map((one) => one[axis]));
  const between = (some) => (Math.min(...some) + Math.max(...some)) / 2;
  let [right, middle] = [0, 0];
  if (standing.length && upright()) [right, middle] = [Math.round(between(xs)), Math.max(...ys) + 260 + (tall * high) / 2];
  else if (standing.length) [right, middle] = [Math.max(...xs) + 330, between(ys)];
  return nodes.map((node, i) => {
    const size = room(node);
    const place = [right + Math.floor(i / tall) * wide, Math.round(middle + ((i % tall) - (tall - 1) / 2) * high)];
    while (covers(place, size, taken)) place[0] += 40;
    taken.push([...place, size]);
    return place;
  });
}

// So many of one step stand in a column, or in a row of a picture that goes downwards; more stand in several.
const columns = (level) => (rank) => {
  const most = level ? 12 : 2;
  return Array.from({ length: Math.ceil(rank.length / most) }, (_, i) => rank.slice(i * most, (i + 1) * most));
};

// How far two nodes must stand from each other for what lies between them: to the right, down.
export function apart(ranks) {
  const steps = ranks.flatMap(columns(!upright())).length + 1;
  return upright() ? [0, 115 * steps] : [Math.max(540, 250 * steps), 0];
}

// What lies between two nodes: a column or more for each step from one to the other.
export function along(a, b, ranks, standing) {
  const taken = [...standing];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const level = Math.abs(dx) >= Math.abs(dy);
  const high = (column) => (column.length > 5 && column.every((node) => node.kind === "Measure") ? 74 : 96);
  return ranks.flatMap(columns(level)).flatMap((column, step, all) => column.map((node, i) => {
    const size = room(node);
    const part = (step + 1) / (all.length + 1);
    const off = (i - (column.length - 1) / 2) * (level ? high(column) : 240);
    const place = [Math.round(a.x + dx * part - (dy / length) * off), Math.round(a.y + dy * part + (dx / length) * off)];
    for (let tries = 1; covers(place, size, taken); tries += 1) place[1] += (tries % 2 ? 1 : -1) * tries * 34;
    taken.push([...place, size]);
    return [node.id, place];
  }));
}
