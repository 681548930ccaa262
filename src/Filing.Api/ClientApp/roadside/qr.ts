// Reads QR codes where the browser cannot (iPhones, most desktops). It is loaded only when the scan is opened.
// ISO/IEC 18004, versions 1–10: a receipt's address needs 4 to 8.
import { binarise, pixel, type Bits } from "./qr-bits.ts";
import { findCorners, type Point } from "./qr-find.ts";
import { textOf } from "./qr-text.ts";

const largestVersion = 10;
/** In a tilted code the modules of the fourth corner are larger or smaller than those along the edges. */
const scales = [1, 0.8, 1.25];
const goodScore = 20;
const mostFourths = 5;
const sizeOf = (version: number): number => 17 + 4 * version;

/** @param pixels RGBA, row by row. @returns null if no code can be read. */
export function readCode(pixels: Uint8ClampedArray, width: number, height: number): string | null {
  const bits = binarise(pixels, width, height);
  for (const corners of findCorners(bits)) {
    const guess = Math.round(((corners.across + corners.down) / 2 + 7 - 17) / 4);
    for (const version of [guess, guess + 1, guess - 1, guess + 2, guess - 2]) {
      if (version < 1 || version > largestVersion) continue;
      for (const fourth of fourths(bits, corners.at, version)) {
        const text = textOf(sample(bits, corners.at, fourth, version), version);
        if (text !== null) return text;
      }
    }
  }

  return null;
}

/**
 * Where the fourth point may be: matches of the alignment pattern near the corner without a finder, best first,
 * and last the place it has in a picture without tilt.
 */
function fourths(bits: Bits, [origin, across, down]: [Point, Point, Point], version: number): { at: Point; inset: number }[] {
  const size = sizeOf(version);
  const u = { x: (across.x - origin.x) / (size - 7), y: (across.y - origin.y) / (size - 7) };
  const v = { x: (down.x - origin.x) / (size - 7), y: (down.y - origin.y) / (size - 7) };
  const place = (i: number, j: number): Point => ({ x: origin.x + u.x * i + v.x * j, y: origin.y + u.y * i + v.y * j });
  const flat = { at: place(size - 7, size - 7), inset: 3.5 };
  if (version === 1) return [flat];
  const found: { at: Point; score: number; far: number }[] = [];
  const reach = 3 + size / 6;
  for (let j = -reach; j <= reach; j += 0.34) {
    for (let i = -reach; i <= reach; i += 0.34) {
      const at = place(size - 10 + i, size - 10 + j);
      const score = Math.max(...scales.map(scale => alignmentScore(bits, at, u, v, scale)));
      if (score >= goodScore) found.push({ at, score, far: Math.hypot(i, j) });
    }
  }

  found.sort((a, b) => b.score - a.score || a.far - b.far);
  const best: { at: Point; inset: number }[] = [];
  const module = Math.hypot(u.x, u.y);
  for (const { at, score } of found) {
    if (best.some(other => Math.hypot(other.at.x - at.x, other.at.y - at.y) < 2.5 * module)) continue;
    // The mean of the equally good places around it.
    const near = found.filter(other => other.score === score && Math.hypot(other.at.x - at.x, other.at.y - at.y) < 1.5 * module);
    best.push({
      at: { x: near.reduce((sum, one) => sum + one.at.x, 0) / near.length, y: near.reduce((sum, one) => sum + one.at.y, 0) / near.length },
      inset: 6.5,
    });
    if (best.length === mostFourths) break;
  }

  return [...best, flat];
}

/** How many of 25 modules match: a dark ring of five by five, a light one of three by three, a dark middle. */
function alignmentScore(bits: Bits, at: Point, u: Point, v: Point, scale: number): number {
  let score = 0;
  for (let j = -2; j <= 2; j++) {
    for (let i = -2; i <= 2; i++) {
      const isDark = Math.max(Math.abs(i), Math.abs(j)) !== 1;
      if (pixel(bits, at.x + (u.x * i + v.x * j) * scale, at.y + (u.y * i + v.y * j) * scale) === (isDark ? 1 : 0)) score++;
    }
  }

  return score;
}

/** The modules, row by row, on the plane that the four points span. Each is the majority of five places within it. */
function sample(
  bits: Bits,
  [origin, across, down]: [Point, Point, Point],
  fourth: { at: Point; inset: number },
  version: number,
): Uint8Array {
  const size = sizeOf(version);
  const far = size - 3.5;
  const plane = planeOf(
    [
      [3.5, 3.5],
      [far, 3.5],
      [3.5, far],
      [size - fourth.inset, size - fourth.inset],
    ],
    [origin, across, down, fourth.at],
  );
  const modules = new Uint8Array(size * size);
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) {
      let dark = 0;
      for (const [dx, dy] of [
        [0, 0],
        [0.2, 0],
        [-0.2, 0],
        [0, 0.2],
        [0, -0.2],
      ] as const) {
        const [x, y] = through(plane, i + 0.5 + dx, j + 0.5 + dy);
        dark += pixel(bits, x, y);
      }

      modules[j * size + i] = dark >= 3 ? 1 : 0;
    }
  }

  return modules;
}

/** The eight coefficients of the perspective that maps four places to four points, by Gaussian elimination. */
function planeOf(from: [number, number][], to: Point[]): number[] {
  const rows = from.flatMap(([i, j], n) => {
    const { x, y } = to[n]!;
    return [
      [i, j, 1, 0, 0, 0, -i * x, -j * x, x],
      [0, 0, 0, i, j, 1, -i * y, -j * y, y],
    ];
  });
  for (let column = 0; column < 8; column++) {
    let pivot = column;
    for (let row = column + 1; row < 8; row++) if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < 8; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let k = column; k < 9; k++) rows[row]![k]! -= factor * rows[column]![k]!;
    }
  }

  return rows.map((row, n) => row[8]! / row[n]!);
}

function through(plane: number[], i: number, j: number): [number, number] {
  const [a, b, c, d, e, f, g, h] = plane as [number, number, number, number, number, number, number, number];
  const w = g * i + h * j + 1;
  return [(a * i + b * j + c) / w, (d * i + e * j + f) / w];
}
