/**
 * What looks alike, and what is written in other letters. Two texts with one skeleton can be taken for each other by a
 * person (Unicode UTS 39, the part that company names and domains need); two names with one transliteration are spoken
 * alike.
 *
 * Handbook: docs/handbook/account.md
 */

/** Letters and digits by the Latin letter that they are taken for. Small letters only: the text is folded before. */
const looksLike: ReadonlyMap<string, string> = pairs({
  a: 'аɑαａ',
  b: 'ьвβƅ',
  c: 'сϲⅽᴄ',
  d: 'ԁժⅾđ',
  e: 'еҽεє℮',
  f: 'ƒſք',
  g: 'ɡցǥ',
  h: 'һհнħ',
  i: 'іıɩιї',
  j: 'јϳյ',
  k: 'кκĸ',
  l: '1|ӏǀⅼłן',
  m: 'мⅿ',
  n: 'ոпηռ',
  o: '0оοօσøⲟ',
  p: 'рρ⍴þ',
  q: 'ԛզ',
  r: 'гґᴦ',
  s: 'ѕꜱ',
  t: 'тτŧ',
  u: 'υսʋμц',
  v: 'ѵνⅴ',
  w: 'ԝωшɯ',
  x: 'хχⅹ×',
  y: 'уүγʏ',
  z: 'ᴢƶ',
  ss: 'ß',
  ae: 'æ',
  oe: 'œ',
});

/** Cyrillic and Greek letters by how they are written in Latin letters. */
const spokenLike: ReadonlyMap<string, string> = pairs({
  a: 'аα',
  b: 'бβ',
  v: 'в',
  g: 'гґγ',
  d: 'дδ',
  e: 'еёэεє',
  zh: 'ж',
  z: 'зζ',
  i: 'иіїйιηѝ',
  j: 'ј',
  k: 'кκ',
  l: 'лλ',
  m: 'мμ',
  n: 'нν',
  o: 'оοω',
  p: 'пπ',
  r: 'рρ',
  s: 'сσς',
  t: 'тτ',
  u: 'уў',
  f: 'фφ',
  kh: 'х',
  ch: 'чχ',
  ts: 'ц',
  sh: 'ш',
  shch: 'щ',
  y: 'ыυ',
  yu: 'ю',
  ya: 'я',
  x: 'ξ',
  ps: 'ψ',
  th: 'θ',
  lj: 'љ',
  nj: 'њ',
  c: 'ћ',
  dj: 'ђ',
  dz: 'џ',
  '': 'ъь',
});

const beyondAscii = /[^\p{ASCII}]/u;
const spoken = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];

/**
 * The text as the eye takes it: what looks like a Latin letter or two becomes them, hyphens and marks go.
 */
export function skeleton(text: string): string {
  const letters = replaceEach(withoutMarks(text.toLowerCase()), looksLike);
  return letters
    .replace(/[-\s]+/g, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

/**
 * The text in Latin letters. A word of one script is written as it is spoken; in a word that mixes Latin letters with
 * others nobody means those others, so it is read by the eye.
 */
export function inLatin(text: string): string {
  if (!spoken.test(text)) return text;
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => {
    if (!spoken.test(word)) return word;
    return /[a-z]/i.test(word) ? replaceEach(word, looksLike) : replaceEach(word, spokenLike);
  });
}

/** Whether a word of the text mixes scripts that no language mixes: Latin with Cyrillic, Greek, Armenian or Cherokee. */
export function mixesScripts(text: string): boolean {
  if (isPlain(text)) return false;
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.some((word) => scripts.filter((script) => script.test(word)).length > 1);
}

/** Whether every letter of the word is of another script and looks like a Latin one: a Latin word in disguise. */
export function isDisguised(word: string): boolean {
  if (isPlain(word)) return false;
  const letters = [...word.toLowerCase()].filter((letter) => /\p{L}/u.test(letter));
  return (
    letters.length > 0 &&
    letters.every((letter) => !/\p{Script=Latin}/u.test(letter) && looksLike.has(letter))
  );
}

/** Whether there are only letters of ASCII, with which nothing can be disguised or hidden. */
export function isPlain(text: string): boolean {
  return !beyondAscii.test(text);
}

function withoutMarks(text: string): string {
  return isPlain(text) ? text : text.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
}

function replaceEach(text: string, by: ReadonlyMap<string, string>): string {
  let replaced = '';
  for (const letter of text) replaced += by.get(letter) ?? letter;
  return replaced;
}

function pairs(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([to, from]) => [...from].map((letter) => [letter, to] as const)),
  );
}
