/**
 * How the checks of the thesis read its texts: words, sentences, numbers, and whose terms a sentence is in. They
 * look at signs only; a person still reads the page.
 *
 * Handbook: docs/handbook/program.md
 */

/** Words of a text: what stands between white space and holds a letter or a digit. */
export function countWords(text: string): number {
  return text.match(/[^\s]*[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}

const abbreviation = /\b(?:e\.g|i\.e|etc|vs|approx|incl|inc|ltd|co|corp|no|dr|mr|ms|mrs|st)\.$/i;

/** Sentences of a text (TH-5). A line of its own is a sentence; “e.g.” and 2.5 end none. */
export function countSentences(text: string): number {
  return text.split(/\n+/).reduce((sum, line) => sum + sentencesOfLine(line), 0);
}

function sentencesOfLine(line: string): number {
  const pieces = line.split(/(?<=[.!?…]["”’)]*)\s+|(?<=[。！？])/u).filter((piece) => countWords(piece) > 0);
  // A piece that ends in an abbreviation goes on in the next one, unless it is the last.
  return pieces.filter((piece, index) => index === pieces.length - 1 || !abbreviation.test(piece)).length;
}

const emptyNumber = /24\s*\/\s*7|\b\d+\s?[x×](?!\w)|\b360(?:°|[ -]degrees?)|#\s*1\b|\bno\.\s*1\b/giu;
const calendarYear = /\b(?:since|in|by|until|from|of|fy)\s*(?:19|20)\d\d\b/giu;
const counted = /(?<![\p{L}\p{N}])\d/u;
const numeral =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half|twice|third|quarter|double|dozen)\b/iu;

/**
 * Whether a text carries a number that measures something. “B2B”, “S3”, “24/7”, “10x”, “#1” and a calendar year do
 * not; “7 of 11”, “40 %”, “three weeks” do. A text without one is taken for a slogan.
 */
export function carriesNumber(text: string): boolean {
  const rest = text.replace(emptyNumber, ' ').replace(calendarYear, ' ');
  return counted.test(rest) || numeral.test(rest);
}

const ourTerms = /\b(?:[Ww]e|[Uu]s|[Oo]urs?|WE|OURS?|I|[Mm]y)\b/u;
const theirTerms =
  /\b(?:they|them|their|theirs)\b|(?<!\bour )\b(?:partners?|integrators?|resellers?|agency|agencies|msps?|sis?|isvs?|providers?|consultants?|consultancy|referrers?|advisers?|advisors?)\b/iu;

/**
 * Whether a text speaks of us alone (TH-7): it says “we”, “us” or “our” and nowhere “they”, “their” or what the
 * partner is. “US” is a country.
 */
export function speaksOfUsOnly(text: string): boolean {
  return ourTerms.test(text) && !theirTerms.test(text);
}

/** Whether two texts are about the same: they share the beginning of a word of six letters or more. */
export function shareAWord(one: string, other: string): boolean {
  const stems = stemsOf(one);
  return [...stemsOf(other)].some((stem) => stems.has(stem));
}

function stemsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}{6,}/gu) ?? [];
  return new Set(words.filter((word) => !tooCommon.has(word)).map((word) => word.slice(0, 6)));
}

const tooCommon: ReadonlySet<string> = new Set(
  'because before between during already without within though through customer customers partner partners buyers should another company companies'.split(
    ' ',
  ),
);
