import { commonWords, walks } from './common-passwords.ts';
import { passwordLongest, passwordShortest } from './limits.ts';

export type PasswordRefusal = 'password_too_short' | 'password_too_long' | 'password_too_common';

/**
 * Why a new password is refused, or null: shorter than 10 characters, longer than 128, or one that many people use or
 * that anyone would try for this person. No rule says which kinds of characters it must hold (ASVS 6.2).
 */
export function refusePassword(
  password: string,
  person: { readonly email: string; readonly name: string },
): PasswordRefusal | null {
  if ([...password].length < passwordShortest) return 'password_too_short';
  if (password.length > passwordLongest) return 'password_too_long';
  const lower = password.toLowerCase();
  if (isWalk(lower) || isRepetition(lower)) return 'password_too_common';
  const own = ownWords(person);
  const isKnown = (word: string) => commonWords.has(word) || own.has(word);
  return readings(lower).some((letters) => isMadeOf(letters, isKnown)) ? 'password_too_common' : null;
}

/** Whether the text only repeats four characters or fewer, like "abcabcabcabc". */
function isRepetition(text: string): boolean {
  for (let unit = 1; unit <= 4; unit++) {
    if (
      text.length > unit &&
      text ===
        text
          .slice(0, unit)
          .repeat(Math.ceil(text.length / unit))
          .slice(0, text.length)
    ) {
      return true;
    }
  }
  return false;
}

function isWalk(text: string): boolean {
  const back = [...text].reverse().join('');
  return walks.some((walk) => walk.includes(text) || walk.includes(back));
}

const disguises: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
};
const signs: Readonly<Record<string, string>> = { '@': 'a', $: 's', '!': 'i' };

/**
 * The letters that a password may stand for: with digits and signs dropped, and with those that people write for letters
 * turned back into them ("p@ssw0rd"), after those at the ends are dropped.
 */
function readings(lower: string): string[] {
  const plain = lower.replace(/[^\p{L}]/gu, '');
  const trimmed = lower.replace(/^[^\p{L}@$]+|[^\p{L}]+$/gu, '');
  const undisguised = [...trimmed].map((char) => disguises[char] ?? signs[char] ?? char).join('');
  return [plain, undisguised.replace(/[^\p{L}]/gu, '')];
}

/** A row of more known words than this is a pass phrase, and is let through. */
const mostWords = 3;

/** Whether the letters are one to three known words and nothing else. */
function isMadeOf(letters: string, isKnown: (word: string) => boolean): boolean {
  const fewest = [0];
  for (let end = 1; end <= letters.length; end++) {
    let best = Number.POSITIVE_INFINITY;
    for (let start = Math.max(0, end - 30); start < end; start++) {
      const before = fewest[start] ?? Number.POSITIVE_INFINITY;
      if (before + 1 < best && isKnown(letters.slice(start, end))) best = before + 1;
    }
    fewest[end] = best;
  }
  return letters !== '' && (fewest[letters.length] ?? 0) <= mostWords;
}

/** The words that stand in a person's name and mail address, from three letters. */
function ownWords(person: { readonly email: string; readonly name: string }): ReadonlySet<string> {
  const words = `${person.email} ${person.name}`.toLowerCase().split(/[^\p{L}]+/u);
  return new Set(words.filter((word) => word.length >= 3));
}
