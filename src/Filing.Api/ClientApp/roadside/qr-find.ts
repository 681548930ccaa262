// Finds the three finder patterns of a QR code: runs of dark and light as 1:1:3:1:1, across and down.
import { pixel, type Bits } from "./qr-bits.ts";

export interface Point {
  x: number;
  y: number;
}

/** The corner, the end along the top, the end down the left. `across` and `down` are the distances between them in modules. */
export interface Corners {
  at: [Point, Point, Point];
  across: number;
  down: number;
}

interface Finder extends Point {
  module: number;
  seen: number;
}

const mostFinders = 9;
const mostTries = 6;
/** Limits for the distance between two finders: 14 modules in version 1, 50 in version 10, with some slack. */
const fewestModules = 11;
const mostModules = 66;

export function findCorners(bits: Bits): Corners[] {
  const finders = merge(scan(bits))
    .filter(one => one.seen > 1)
    .sort((a, b) => b.seen - a.seen)
    .slice(0, mostFinders);
  const tries: { corners: Corners; cost: number }[] = [];
  for (let a = 0; a < finders.length; a++) {
    for (let b = a + 1; b < finders.length; b++) {
      for (let c = b + 1; c < finders.length; c++) {
        const triple = order(finders[a]!, finders[b]!, finders[c]!);
        if (triple !== null) tries.push(triple);
      }
    }
  }

  return tries
    .sort((a, b) => a.cost - b.cost)
    .slice(0, mostTries)
    .map(one => one.corners);
}

function scan(bits: Bits): Finder[] {
  const found: Finder[] = [];
  for (let y = 0; y < bits.height; y++) {
    const runs = [0, 0, 0, 0, 0];
    let last = 0;
    for (let x = 0; x <= bits.width; x++) {
      const dark = x < bits.width ? bits.dark[y * bits.width + x]! : 1 - last;
      if (dark === last) {
        runs[4]!++;
        continue;
      }

      // A dark run has ended: the last five runs may cross a finder.
      if (last === 1 && isFinder(runs)) {
        const middle = x - runs[4]! - runs[3]! - runs[2]! / 2;
        const finder = confirm(
          bits,
          middle,
          y,
          runs.reduce((sum, run) => sum + run, 0),
        );
        if (finder !== null) found.push(finder);
      }

      runs.shift();
      runs.push(1);
      last = dark;
    }
  }

  return found;
}

function isFinder(runs: number[]): boolean {
  const module = runs.reduce((sum, run) => sum + run, 0) / 7;
  if (module < 1 || runs.some(run => run === 0)) return false;
  const slack = Math.max(module * 0.6, 1);
  return runs.every((run, n) => Math.abs(run - module * (n === 2 ? 3 : 1)) < (n === 2 ? 2 : 1) * slack);
}

/** Checks the finder downwards, and across once more through the middle that this gives. */
function confirm(bits: Bits, x: number, y: number, width: number): Finder | null {
  const down = through(bits, x, y, 0, 1, width);
  if (down === null) return null;
  const across = through(bits, x, down.middle, 1, 0, width);
  if (across === null || down.length > 2.2 * across.length || across.length > 2.2 * down.length) return null;
  return { x: across.middle, y: down.middle, module: (across.length + down.length) / 14, seen: 1 };
}

/** The five runs in one direction through a dark place. Null: they are not those of a finder. */
function through(bits: Bits, x: number, y: number, dx: number, dy: number, most: number): { middle: number; length: number } | null {
  if (pixel(bits, x, y) !== 1) return null;
  const walk = (step: number): [number, number, number] => {
    const lengths: [number, number, number] = [0, 0, 0];
    let at = step;
    for (let n = 0; n < 3; n++) {
      const colour = n === 1 ? 0 : 1;
      while (pixel(bits, x + dx * at, y + dy * at) === colour && lengths[n]! <= most * 2 && isInside(bits, x + dx * at, y + dy * at)) {
        lengths[n]!++;
        at += step;
      }
    }

    return lengths;
  };
  const [before, after] = [walk(-1), walk(1)];
  const runs = [before[2], before[1], before[0] + 1 + after[0], after[1], after[2]];
  if (!isFinder(runs)) return null;
  const start = (dx === 1 ? Math.floor(x) : Math.floor(y)) - before[0];
  return { middle: start + runs[2]! / 2, length: runs.reduce((sum, run) => sum + run, 0) };
}

const isInside = ({ width, height }: Bits, x: number, y: number): boolean => x >= 0 && y >= 0 && x < width && y < height;

/** Many rows cross the same finder. */
function merge(found: Finder[]): Finder[] {
  const merged: Finder[] = [];
  for (const one of found) {
    const same = merged.find(other => Math.hypot(other.x - one.x, other.y - one.y) < 3 * Math.max(other.module, one.module));
    if (same === undefined) merged.push({ ...one });
    else {
      const seen = same.seen + 1;
      same.x += (one.x - same.x) / seen;
      same.y += (one.y - same.y) / seen;
      same.module += (one.module - same.module) / seen;
      same.seen = seen;
    }
  }

  return merged;
}

/** The corner is opposite the longest side. The order of the other two is the one in which the code is not mirrored. */
function order(a: Finder, b: Finder, c: Finder): { corners: Corners; cost: number } | null {
  const sides = [
    { length: between(b, c), corner: a, ends: [b, c] },
    { length: between(a, c), corner: b, ends: [a, c] },
    { length: between(a, b), corner: c, ends: [a, b] },
  ].sort((one, other) => other.length - one.length);
  const { corner, ends } = sides[0]!;
  let [across, down] = ends as [Finder, Finder];
  if ((across.x - corner.x) * (down.y - corner.y) - (across.y - corner.y) * (down.x - corner.x) < 0) [across, down] = [down, across];
  const [top, left] = [between(corner, across), between(corner, down)];
  const modules = [corner, across, down].map(one => one.module);
  const module = (one: Finder, other: Finder) => (one.module + other.module) / 2;
  if (Math.max(...modules) > 2 * Math.min(...modules) || Math.max(top, left) > 2 * Math.min(top, left)) return null;
  const cosine = ((across.x - corner.x) * (down.x - corner.x) + (across.y - corner.y) * (down.y - corner.y)) / (top * left);
  if (Math.abs(cosine) > 0.6) return null;
  // Runs are measured along the rows and columns of the picture: in a turned code they are longer than its modules.
  const turned = Math.max(Math.abs(across.x - corner.x), Math.abs(across.y - corner.y)) / top;
  const inModules = (length: number, size: number) => length / (size * turned);
  const [inAcross, inDown] = [inModules(top, module(corner, across)), inModules(left, module(corner, down))];
  if (Math.min(inAcross, inDown) < fewestModules || Math.max(inAcross, inDown) > mostModules) return null;
  const cost =
    Math.abs(cosine) + Math.abs(top - left) / Math.max(top, left) + (Math.max(...modules) - Math.min(...modules)) / Math.max(...modules);
  return { corners: { at: [corner, across, down], across: inAcross, down: inDown }, cost };
}

const between = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);
