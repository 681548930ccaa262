// From the modules of a QR code to its text: format, mask, codewords, error correction (Reed–Solomon over GF(256)), segments.

/** By level (L, M, Q, H) and version (1–10): correction codewords in a block, and blocks (ISO/IEC 18004 table 9). */
const repairs = [
  [7, 10, 15, 20, 26, 18, 20, 24, 30, 18],
  [10, 16, 26, 18, 24, 16, 18, 22, 22, 26],
  [13, 22, 18, 26, 18, 24, 18, 22, 20, 24],
  [17, 28, 22, 16, 22, 28, 26, 26, 24, 28],
];
const blockCounts = [
  [1, 1, 1, 1, 1, 2, 2, 2, 2, 4],
  [1, 1, 1, 2, 2, 4, 4, 4, 5, 5],
  [1, 1, 2, 2, 4, 4, 6, 6, 8, 8],
  [1, 1, 2, 4, 4, 4, 5, 6, 8, 8],
];
const alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

const masks: ((i: number, j: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (_, j) => j % 2 === 0,
  i => i % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 3) + Math.floor(j / 2)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

/** Null: this is no code, or it is too damaged. */
export function textOf(modules: Uint8Array, version: number): string | null {
  const size = 17 + 4 * version;
  const format = formatOf(modules, size);
  if (format === null) return null;
  const words = codewords(modules, size, version, masks[format.mask]!);
  const [repair, count] = [repairs[format.level]![version - 1]!, blockCounts[format.level]![version - 1]!];
  const data: number[] = [];
  for (const block of blocks(words, count, repair)) {
    if (!mend(block, repair)) return null;
    data.push(...block.slice(0, block.length - repair));
  }

  return segments(data, version);
}

/** The code holds level and mask twice. Of the 32 possible formats this is the nearest, if it is near enough. */
function formatOf(modules: Uint8Array, size: number): { level: number; mask: number } | null {
  const at = (i: number, j: number): number => modules[j * size + i]!;
  const first = [0, 1, 2, 3, 4, 5, 7, 8].map(j => at(8, j)).concat([7, 5, 4, 3, 2, 1, 0].map(i => at(i, 8)));
  const second = [...Array.from({ length: 8 }, (_, n) => at(size - 1 - n, 8)), ...Array.from({ length: 7 }, (_, n) => at(8, size - 7 + n))];
  let best = { wrong: 4, data: -1 };
  for (let data = 0; data < 32; data++) {
    let rest = data;
    for (let n = 0; n < 10; n++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
    const expected = ((data << 10) | rest) ^ 0x5412;
    for (const copy of [first, second]) {
      const wrong = copy.reduce((sum, bit, n) => sum + (bit === ((expected >>> n) & 1) ? 0 : 1), 0);
      if (wrong < best.wrong) best = { wrong, data };
    }
  }

  return best.data < 0 ? null : { level: [1, 0, 3, 2][best.data >>> 3]!, mask: best.data & 7 };
}

function codewords(modules: Uint8Array, size: number, version: number, mask: (i: number, j: number) => boolean): number[] {
  const taken = reserved(size, version);
  const words: number[] = [];
  let [word, bits] = [0, 0];
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right--;
    for (let n = 0; n < size; n++) {
      const j = up ? size - 1 - n : n;
      for (const i of [right, right - 1]) {
        if (taken[j * size + i] === 1) continue;
        word = (word << 1) | (modules[j * size + i]! ^ (mask(i, j) ? 1 : 0));
        if (++bits === 8) {
          words.push(word);
          [word, bits] = [0, 0];
        }
      }
    }
  }

  return words;
}

/** Modules without data: finders, timing, alignment, format and, from version 7 on, the version. */
function reserved(size: number, version: number): Uint8Array {
  const taken = new Uint8Array(size * size);
  const fill = (left: number, top: number, width: number, height: number): void => {
    for (let j = top; j < top + height; j++) taken.fill(1, j * size + left, j * size + left + width);
  };
  fill(0, 0, 9, 9);
  fill(size - 8, 0, 8, 9);
  fill(0, size - 8, 9, 8);
  fill(6, 0, 1, size);
  fill(0, 6, size, 1);
  const rows = alignment(version, size);
  for (const j of rows) {
    for (const i of rows) {
      const isFinder = (i === 6 && (j === 6 || j === size - 7)) || (j === 6 && i === size - 7);
      if (!isFinder) fill(i - 2, j - 2, 5, 5);
    }
  }

  if (version >= 7) {
    fill(size - 11, 0, 3, 6);
    fill(0, size - 11, 6, 3);
  }

  return taken;
}

function alignment(version: number, size: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = 2 * Math.ceil((size - 13) / (2 * (count - 1)));
  return [6, ...Array.from({ length: count - 1 }, (_, n) => size - 7 - step * (count - 2 - n))];
}

/** Codewords of the blocks are interleaved. The last blocks may be one codeword longer. */
function blocks(words: number[], count: number, repair: number): number[][] {
  const short = Math.floor(words.length / count);
  const longFrom = count - (words.length % count);
  const all: number[][] = Array.from({ length: count }, () => []);
  let next = 0;
  for (let n = 0; n < short - repair + 1; n++)
    all.forEach((block, b) => (n < short - repair || b >= longFrom) && block.push(words[next++]!));
  for (let n = 0; n < repair; n++) all.forEach(block => block.push(words[next++]!));
  return all;
}

const power = new Uint8Array(512);
const log = new Uint8Array(256);
for (let n = 0, value = 1; n < 255; n++) {
  power[n] = power[n + 255] = value;
  log[value] = n;
  value = (value << 1) ^ (value >= 128 ? 0x11d : 0);
}

const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : power[log[a]! + log[b]!]!);
const over = (a: number, b: number): number => (a === 0 ? 0 : power[log[a]! + 255 - log[b]!]!);

/** Coefficients begin with the lowest power. */
const valueAt = (polynomial: number[], x: number): number => polynomial.reduceRight((sum, one) => times(sum, x) ^ one, 0);

/** Corrects a block in place. False: it has more errors than can be corrected. */
function mend(block: number[], repair: number): boolean {
  const syndromes = Array.from({ length: repair }, (_, n) => block.reduce((sum, word) => times(sum, power[n]!) ^ word, 0));
  if (syndromes.every(one => one === 0)) return true;
  const locator = locatorOf(syndromes);
  const errors = locator.length - 1;
  if (errors * 2 > repair) return false;
  const evaluator = syndromes
    .map((_, n) => locator.slice(0, n + 1).reduce((sum, one, k) => sum ^ times(one, syndromes[n - k]!), 0))
    .slice(0, errors);
  const slope = locator.map((one, n) => (n % 2 === 1 ? one : 0)).slice(1);
  let found = 0;
  for (let place = 0; place < block.length; place++) {
    const inverse = power[(255 - place) % 255]!;
    if (valueAt(locator, inverse) !== 0) continue;
    found++;
    const index = block.length - 1 - place;
    block[index] = block[index]! ^ times(power[place]!, over(valueAt(evaluator, inverse), valueAt(slope, inverse)));
  }

  return found === errors;
}

/** Berlekamp–Massey. */
function locatorOf(syndromes: number[]): number[] {
  let [locator, before] = [[1], [1]];
  let [length, gap, last] = [0, 1, 1];
  for (let n = 0; n < syndromes.length; n++) {
    const off = locator.reduce((sum, one, k) => (k > n ? sum : sum ^ times(one, syndromes[n - k]!)), 0);
    if (off === 0) {
      gap++;
      continue;
    }

    const kept = locator;
    const factor = over(off, last);
    locator = Array.from(
      { length: Math.max(locator.length, before.length + gap) },
      (_, k) => (locator[k] ?? 0) ^ times(factor, before[k - gap] ?? 0),
    );
    if (2 * length <= n) [length, before, last, gap] = [n + 1 - length, kept, off, 1];
    else gap++;
  }

  return locator.slice(0, length + 1);
}

function segments(data: number[], version: number): string | null {
  let at = 0;
  const left = (): number => data.length * 8 - at;
  const take = (count: number): number => {
    let value = 0;
    for (let n = 0; n < count; n++, at++) value = (value << 1) | ((data[at >>> 3]! >>> (7 - (at & 7))) & 1);
    return value;
  };
  const isLong = version >= 10;
  const bytes: number[] = [];
  const say = (text: string): void => void bytes.push(...new TextEncoder().encode(text));
  while (left() >= 4) {
    const mode = take(4);
    if (mode === 0) break;
    const lengthBits = mode === 1 ? (isLong ? 12 : 10) : mode === 2 ? (isLong ? 11 : 9) : mode === 4 ? (isLong ? 16 : 8) : 0;
    if (mode === 7) {
      // Announces a character set. Our texts are ASCII, so it makes no difference.
      if (left() < 8) return null;
      take(8);
      continue;
    }

    if (lengthBits === 0 || left() < lengthBits) return null;
    let count = take(lengthBits);
    const need =
      mode === 4
        ? count * 8
        : mode === 2
          ? Math.floor(count / 2) * 11 + (count % 2) * 6
          : Math.floor(count / 3) * 10 + [0, 4, 7][count % 3]!;
    if (left() < need) return null;
    for (; count > 0 && mode === 4; count--) bytes.push(take(8));
    for (; count > 0 && mode === 2; count -= 2) {
      const pair = take(count > 1 ? 11 : 6);
      if (pair >= 45 * 45) return null;
      say(count > 1 ? alphanumeric[Math.floor(pair / 45)]! + alphanumeric[pair % 45]! : (alphanumeric[pair] ?? ""));
    }
    for (; count > 0; count -= 3) say(String(take(count > 2 ? 10 : count === 2 ? 7 : 4)).padStart(Math.min(count, 3), "0"));
  }

  return new TextDecoder().decode(new Uint8Array(bytes));
}
