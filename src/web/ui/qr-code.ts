/**
 * A QR code of a short text (ISO/IEC 18004, byte mode, error correction M, versions 1 to 10: up to 213 bytes), as
 * rows of dark (true) and light modules without the quiet zone. Throws RangeError for a longer text.
 */
export function qrModules(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text);
  const version = versions.findIndex(
    (one) => one !== undefined && bytes.length <= one.dataBytes - (one.number < 10 ? 2 : 3),
  );
  const layout = versions[version];
  if (layout === undefined) throw new RangeError(`too long for a QR code here: ${bytes.length} bytes`);
  const codewords = interleave(dataCodewords(bytes, layout), layout);
  const candidates = [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => draw(codewords, layout.number, mask));
  return candidates.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
}

type Layout = { number: number; dataBytes: number; blocks: readonly number[]; check: number };

/** Blocks of data codewords and check codewords per block at level M, from table 9 of the standard. */
const versions: readonly Layout[] = (
  [
    [10, [16]],
    [16, [28]],
    [26, [44]],
    [18, [32, 32]],
    [24, [43, 43]],
    [16, [27, 27, 27, 27]],
    [18, [31, 31, 31, 31]],
    [22, [38, 38, 39, 39]],
    [22, [36, 36, 36, 37, 37]],
    [26, [43, 43, 43, 43, 44]],
  ] as const
).map(([check, blocks], index) => ({
  number: index + 1,
  check,
  blocks,
  dataBytes: blocks.reduce((sum: number, block) => sum + block, 0),
}));

function dataCodewords(bytes: Uint8Array, layout: Layout): number[] {
  const bits: number[] = [];
  const push = (value: number, length: number): void => {
    for (let at = length - 1; at >= 0; at--) bits.push((value >>> at) & 1);
  };
  push(0b0100, 4);
  push(bytes.length, layout.number < 10 ? 8 : 16);
  for (const byte of bytes) push(byte, 8);
  push(0, Math.min(4, layout.dataBytes * 8 - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);
  const words: number[] = [];
  for (let at = 0; at < bits.length; at += 8) words.push(Number.parseInt(bits.slice(at, at + 8).join(''), 2));
  for (let pad = 0xec; words.length < layout.dataBytes; pad ^= 0xec ^ 0x11) words.push(pad);
  return words;
}

function interleave(data: readonly number[], layout: Layout): number[] {
  let from = 0;
  const blocks = layout.blocks.map((size) => {
    from += size;
    return data.slice(from - size, from);
  });
  const checks = blocks.map((block) => remainder(block, layout.check));
  const take = (lists: readonly (readonly number[])[]): number[] => {
    const longest = Math.max(...lists.map((list) => list.length));
    return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
  };
  return [...take(blocks), ...take(checks)];
}

/** Product in the field of 256 elements that QR codes use. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> bit) & 1) * a;
  }
  return product;
}

/** The Reed-Solomon check codewords of a block. */
function remainder(block: readonly number[], degree: number): number[] {
  const divisor: number[] = new Array<number>(degree).fill(0).with(-1, 1);
  let root = 1;
  for (let step = 0; step < degree; step++) {
    for (let at = 0; at < degree; at++) {
      divisor[at] = multiply(divisor[at] ?? 0, root) ^ (divisor[at + 1] ?? 0);
    }
    root = multiply(root, 2);
  }
  const rest = new Array<number>(degree).fill(0);
  for (const byte of block) {
    const factor = byte ^ (rest.shift() ?? 0);
    rest.push(0);
    divisor.forEach((coefficient, at) => {
      rest[at] = (rest[at] ?? 0) ^ multiply(coefficient, factor);
    });
  }
  return rest;
}

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

function draw(codewords: readonly number[], version: number, mask: number): boolean[][] {
  const size = version * 4 + 17;
  const dark = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  const fixed = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  const set = (x: number, y: number, value: boolean): void => {
    const row = dark[y];
    const fixedRow = fixed[y];
    if (row === undefined || fixedRow === undefined || x < 0 || x >= size) return;
    row[x] = value;
    fixedRow[x] = true;
  };
  drawPatterns(set, size, version);
  drawFormat(set, size, mask);
  if (version >= 7) drawVersion(set, size, version);

  let bit = 0;
  const isMasked = masks[mask] ?? (() => false);
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const upward = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++) {
      const y = upward ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (fixed[y]?.[x] !== false) continue;
        const value = (((codewords[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1) === 1;
        bit += 1;
        const row = dark[y];
        if (row !== undefined) row[x] = value !== isMasked(x, y);
      }
    }
  }
  return dark;
}

type Setter = (x: number, y: number, value: boolean) => void;

function drawPatterns(set: Setter, size: number, version: number): void {
  for (let at = 0; at < size; at++) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  for (const [cx, cy] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const) {
    for (let dy = -4; dy <= 4; dy++) {
      for (let dx = -4; dx <= 4; dx++) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        set(cx + dx, cy + dy, ring !== 2 && ring !== 4);
      }
    }
  }
  const places = alignment(version, size);
  places.forEach((cy, row) => {
    places.forEach((cx, column) => {
      const last = places.length - 1;
      if ((row === 0 && column === 0) || (row === 0 && column === last) || (row === last && column === 0))
        return;
      for (let dy = -2; dy <= 2; dy++) {
        for (let dx = -2; dx <= 2; dx++) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
      }
    });
  });
}

function alignment(version: number, size: number): number[] {
  if (version === 1) return [];
  return version < 7 ? [6, size - 7] : [6, version * 2 + 8, size - 7];
}

function drawFormat(set: Setter, size: number, mask: number): void {
  // Level M is 00, so the five data bits are the mask alone.
  let rest = mask;
  for (let step = 0; step < 10; step++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((mask << 10) | rest) ^ 0x5412;
  const on = (at: number): boolean => ((bits >>> at) & 1) === 1;
  for (let at = 0; at <= 5; at++) set(8, at, on(at));
  set(8, 7, on(6));
  set(8, 8, on(7));
  set(7, 8, on(8));
  for (let at = 9; at < 15; at++) set(14 - at, 8, on(at));
  for (let at = 0; at < 8; at++) set(size - 1 - at, 8, on(at));
  for (let at = 8; at < 15; at++) set(8, size - 15 + at, on(at));
  set(8, size - 8, true);
}

function drawVersion(set: Setter, size: number, version: number): void {
  let rest = version;
  for (let step = 0; step < 12; step++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let at = 0; at < 18; at++) {
    const value = ((bits >>> at) & 1) === 1;
    const a = size - 11 + (at % 3);
    const b = Math.floor(at / 3);
    set(a, b, value);
    set(b, a, value);
  }
}

/** How hard a drawing is to read, by runs of one colour and the balance of dark and light; lower is better. */
function penalty(modules: readonly (readonly boolean[])[]): number {
  const size = modules.length;
  let score = 0;
  const lines = [...modules, ...modules.map((_, x) => modules.map((row) => row[x] === true))];
  for (const line of lines) {
    for (const run of line
      .map(Number)
      .join('')
      .match(/0{5,}|1{5,}/g) ?? [])
      score += run.length - 2;
    score +=
      (
        line
          .map(Number)
          .join('')
          .match(/(?=10111010000|00001011101)/g) ?? []
      ).length * 40;
  }
  for (let y = 1; y < size; y++) {
    for (let x = 1; x < size; x++) {
      const here = modules[y]?.[x];
      if (here === modules[y - 1]?.[x] && here === modules[y]?.[x - 1] && here === modules[y - 1]?.[x - 1])
        score += 3;
    }
  }
  const share = modules.flat().filter(Boolean).length / (size * size);
  return score + Math.floor(Math.abs(share * 20 - 10)) * 10;
}
