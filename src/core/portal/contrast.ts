/**
 * How far two colours stand apart, by WCAG 2.2: relative luminance and contrast ratio.
 *
 * Handbook: docs/handbook/portal.md
 */

export type Colour = { readonly red: number; readonly green: number; readonly blue: number };

/** A colour of six hex digits, such as #0b6b62; null for every other text. */
export function parseColour(text: string): Colour | null {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  if (digits === null) return null;
  const [red = 0, green = 0, blue = 0] = digits.slice(1).map((pair) => Number.parseInt(pair, 16));
  return { red, green, blue };
}

export function hexOf({ red, green, blue }: Colour): string {
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function luminance({ red, green, blue }: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** From 1 (the same) to 21 (black on white), whichever of the two is the text. */
export function contrastRatio(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A colour with a share of another one in it. */
export function mixed(colour: Colour, other: Colour, share: number): Colour {
  const part = (a: number, b: number) => Math.round(a + (b - a) * share);
  return {
    red: part(colour.red, other.red),
    green: part(colour.green, other.green),
    blue: part(colour.blue, other.blue),
  };
}
