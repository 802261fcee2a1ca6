/** The part of fontkit that is used: whether a typeface has a letter. */
declare module 'fontkit' {
  export function create(bytes: Buffer): { hasGlyphForCodePoint(point: number): boolean };
}
