/**
 * Numbers that look random and follow from a text: the same text gives the same numbers, on every machine. For
 * drawing samples; not for secrets.
 *
 * Handbook: docs/handbook/finance-audit.md
 */

const words = 2 ** 32;

/**
 * Reads the text into one 32-bit word, then counts it on by the golden ratio and scrambles each count. Returns a
 * function that gives a whole number from 0 to below its argument, each as likely as the others.
 */
export function seededNumbers(seed: string): (bound: number) => number {
  let state = 0x9e3779b9;
  for (const char of seed) state = scramble((state ^ (char.codePointAt(0) ?? 0)) >>> 0);
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    return scramble(state);
  };
  return (bound) => {
    // Numbers at the very end would make the small results likelier: they are passed over.
    const fair = words - (words % bound);
    for (;;) {
      const number = next();
      if (number < fair) return number % bound;
    }
  };
}

function scramble(word: number): number {
  let mixed = word;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
