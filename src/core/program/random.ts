/**
 * Random numbers that come out the same on every machine: the same seed gives the same simulation, so that two people
 * who look at one plan see the same picture. Not for secrets.
 *
 * Handbook: docs/handbook/assumptions.md
 */

/**
 * Fills the column with numbers from 0 up to, but not including, 1.
 *
 * Four words of 32 bits are the state. Each step turns them by shifts and exclusive ors, which runs through all states
 * but zero before it repeats, and scrambles one word by two multiplications and a rotation, so that low bits are as good
 * as high ones (the generator known as xoshiro128**). `stream` tells columns of one seed apart: each has a start of its
 * own, so a column does not change when another one is added or left out.
 */
export function fillRandom(column: Float64Array, seed: number, stream: number): void {
  let mixed = (seed ^ Math.imul(stream + 1, 0x9e3779b9)) >>> 0;
  const next = () => {
    mixed = (mixed + 0x9e3779b9) >>> 0;
    let word = mixed;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return word ^ (word >>> 15);
  };
  let a = next();
  let b = next();
  let c = next();
  // Never all four zero, from which no step leads away.
  let d = next() | 1;
  for (let index = 0; index < column.length; index++) {
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    column[index] = (result >>> 0) / 4294967296;
  }
}

/**
 * Turns even random numbers into draws of a triangle: none below `low` or above `high`, `mode` the likeliest. It asks of
 * a person just the three numbers that the ledger holds, and keeps inside them. A smoother bell (PERT) would put less
 * weight on the ends; people already name ends that are too near, so the triangle is the more cautious of the two.
 */
export function toTriangle(column: Float64Array, low: number, mode: number, high: number): void {
  const width = high - low;
  if (width <= 0) {
    column.fill(mode);
    return;
  }
  const left = mode - low;
  const right = high - mode;
  const turn = left / width;
  for (let index = 0; index < column.length; index++) {
    const even = column[index] as number;
    column[index] =
      even < turn ? low + Math.sqrt(even * width * left) : high - Math.sqrt((1 - even) * width * right);
  }
}
