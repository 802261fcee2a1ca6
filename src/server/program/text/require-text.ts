import type { CurrencyCode } from '#core/money.ts';
import { ProblemError } from '../../problem.ts';
import { type PartialDocument, readText } from './read-text.ts';
import type { TextError } from './yaml-text.ts';

/**
 * The pages of a text, in the currency of the organization. Throws ProblemError `invalid-input` with every fault, each
 * with line, column and path, so that a bad text is refused whole.
 */
export function requireText(text: string, currency: CurrencyCode): PartialDocument {
  const read = readText(text);
  if (!read.ok) throw refusal(read.errors);
  if (read.currency === currency) return read.document;
  const line = text.split('\n').findIndex((one) => one.startsWith('currency'));
  throw refusal([
    {
      path: 'currency',
      line: Math.max(0, line) + 1,
      column: 1,
      expected: currency,
      found: read.currency,
      repair: `The organization counts in ${currency}, and amounts are not converted here. Convert them first.`,
    },
  ]);
}

function refusal(errors: readonly TextError[]): ProblemError {
  const [first] = errors;
  const more = errors.length > 1 ? ` ${errors.length - 1} more below.` : '';
  const where = first === undefined ? '' : `${textFault(first)}${more}`;
  return new ProblemError('invalid-input', `Nothing was taken from this text. ${where}`, { errors });
}

/** A fault of a text as a sentence. */
export function textFault({ line, column, path, expected, found, repair }: TextError): string {
  const at = path === '' ? '' : `, ${path}`;
  return `Line ${line}, column ${column}${at}: expected ${expected}, found ${found}. ${repair}`;
}
