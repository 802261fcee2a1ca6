/**
 * Why a line is on a statement, as codes with what they need, and as a sentence in a language of the portal. What moved
 * the credit of a deal is written down in English once; here it is read back.
 *
 * Handbook: docs/handbook/incentive.md
 */

import type { ReasonParams } from '#core/decision.ts';
import { type PortalLanguage, portalFormat } from '#core/registration/portal-format.ts';
import { type LineCode, lineWords } from './line-words.ts';
import type { PayLine } from './pay.ts';

type LineReason = { readonly code: LineCode; readonly params: ReasonParams };

const flat = {
  'IN-2': 'sourced_flat',
  'IN-3': 'influenced_flat',
  'IN-4': 'co_sold_flat',
} as const satisfies Record<PayLine['rule'], LineCode>;

/** Why a line is there: what it pays for; of one that takes another back, that it does, and each thing that led to it. */
export function lineReasons(
  line: Pick<PayLine, 'rule' | 'share'> & { readonly kind: 'accrual' | 'reversal'; readonly cause: string },
): LineReason[] {
  if (line.kind === 'reversal') return [{ code: 'taken_back', params: {} }, ...causesIn(line.cause)];
  return line.rule === 'IN-2' && line.share !== null
    ? [{ code: 'sourced_share', params: { share: line.share } }]
    : [{ code: flat[line.rule], params: {} }];
}

/** The sentence of a line; null where a code is newer than this page. */
export function lineSentence(
  language: PortalLanguage,
  reasons: readonly { readonly code: string; readonly params: ReasonParams }[],
): string | null {
  const words = lineWords[language];
  const format = portalFormat(language);
  const said: string[] = [];
  for (const { code, params } of reasons) {
    if (!Object.hasOwn(words, code)) return null;
    said.push(words[code as LineCode](params, format));
  }
  const [first = '', ...causes] = said;
  const text = causes.length === 0 ? first : `${first}: ${causes.join(', ')}`;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Each way in which a cause is written, and the code that it is read as. */
const written: readonly (readonly [RegExp, LineCode])[] = [
  [act('introduction'), 'introduction'],
  [act('touch'), 'touch'],
  [act('vendor contact'), 'vendor_contact'],
  [act('co-?sell plan'), 'cosell_plan'],
  [act('check[- ]in'), 'check_in'],
  [/^kind of the deal set$/, 'kind_set'],
  [/^dispute closed$/, 'dispute_closed'],
  [/^dispute withdrawn$/, 'dispute_withdrawn'],
  [/^ruling (?<number>\d+)$/, 'ruling'],
  [/^merged into #(?<number>\d+)$/, 'merged'],
  [/^deleted at its source$/, 'deleted'],
  [/^restored$/, 'restored'],
  [/^the customer left on (?<on>\d{4}-\d{2}-\d{2}): (?<reason>.*)$/s, 'customer_left'],
  [/^the customer did not leave$/, 'customer_stayed'],
  [/^attribution page$/, 'attribution_page'],
  [/^archetypes page$/, 'archetypes_page'],
  [/^rate of (?<currency>[A-Z]{3}) from (?<from>\d{4}-\d{2}-\d{2})$/, 'rate'],
  [/^import\.(?:commit|registrations)$/, 'imported'],
  [/^import\.withdraw$/, 'import_withdrawn'],
];

function act(what: string): RegExp {
  return new RegExp(`^${what} (?<deed>recorded|claimed|confirmed|refused|withdrawn|void|accepted|ended)$`);
}

/** The causes that stand in a text, in their order. What is written in no known way stays as it is. */
function causesIn(text: string): LineReason[] {
  const causes: LineReason[] = [];
  for (const part of text === '' ? [] : text.split(', ')) {
    const last = causes.at(-1);
    const known = causeIn(part);
    if (known !== null) causes.push(known);
    else if (last?.code === 'customer_left' || last?.code === 'other') {
      // A comma within what somebody wrote.
      const name = last.code === 'other' ? 'text' : 'reason';
      causes[causes.length - 1] = {
        ...last,
        params: { ...last.params, [name]: `${last.params[name]}, ${part}` },
      };
    } else causes.push({ code: 'other', params: { text: part } });
  }
  return causes;
}

function causeIn(part: string): LineReason | null {
  for (const [pattern, code] of written) {
    const found = pattern.exec(part);
    if (found !== null) return { code, params: { ...found.groups } };
  }
  return null;
}
