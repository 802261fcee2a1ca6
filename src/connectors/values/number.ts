/** Which sign stands between whole and fraction; the other one may group thousands. */
export type DecimalMark = '.' | ',';

/** A number as written: exact digits, never a float. Its value is `digits` × 10^`power`. */
export type NumberRead = {
  readonly negative: boolean;
  readonly digits: string;
  readonly power: number;
  readonly percent: boolean;
  /** The currency sign or code that stood in the cell. */
  readonly unit: string | null;
};

/** `ambiguous`: 1,234 may be a thousand or one and a bit; the column or the person must say. */
export type NumberFault = 'not-a-number' | 'ambiguous' | 'wrong-mark';

const unit =
  'US\\$|AU?\\$|CA?\\$|NZ\\$|HK\\$|SG?\\$|R\\$|MX\\$|[A-Z]{3}|[$€£¥₹₽₺₩₪]|[kK]r\\.?|Kč|zł|Ft|[Ff]r\\.|lei';
const scale = '[kK]|[tT]sd\\.?|[mM]io\\.?|[mM][nNmM]?|[mM]illion|[bB][nN]?|[mM]rd\\.?';
const written = new RegExp(
  `^(\\()?\\s?([-+−–])?\\s?(${unit})?\\s?([-+−–])?\\s?(\\d[\\d.,'’ ]*|[.,]\\d+)(?:[eE]([-+]?\\d{1,3}))?\\s?(${scale})?\\s?(%|${unit})?\\s?(-)?(\\))?$`,
);
/** No number is longer; a longer cell is not even looked at. */
const longest = 80;
const plain = /^(-?)(\d{1,15})$/;
/** A number with a point that no one reads as thousands; most amounts of exports are such. */
const pointed = /^(-?)(\d{1,12})\.(\d{1,2}|\d{4,9})$/;

/**
 * Reads a number as people and systems write it: `$1,234.50`, `1.234,56`, `(1,200)`, `58.8k`, `€ 1 234`, `1.2E+06`,
 * `12 %`. Without `mark` a number that reads two ways is `ambiguous`; with it, one that does not fit is
 * `wrong-mark`.
 */
export function readNumber(text: string, mark: DecimalMark | null): NumberRead | NumberFault {
  const whole = plain.exec(text);
  if (whole)
    return { negative: whole[1] === '-', digits: whole[2] ?? '', power: 0, percent: false, unit: null };
  const simple = mark === ',' ? null : pointed.exec(text);
  if (simple) {
    const [, sign, head = '', tail = ''] = simple;
    const digits = (head + tail).replace(/^0+(?=\d)/, '');
    return { negative: sign === '-', digits, power: -tail.length, percent: false, unit: null };
  }
  if (text.length > longest) return 'not-a-number';
  const parts = written.exec(text.replace(/[\s\u00a0\u202f\u2009]+/g, ' '));
  if (!parts) return 'not-a-number';
  const [, open, sign1, unit1, sign2, body = '', exponent, size, after, minus, close] = parts;
  if ((open === undefined) !== (close === undefined)) return 'not-a-number';
  const split = splitAtMark(body, mark);
  if (typeof split === 'string') return split;
  const minuses = [sign1, sign2, minus].filter((sign) => sign !== undefined && sign !== '+').length;
  if (minuses > 1) return 'not-a-number';
  const percent = after === '%';
  return {
    negative: minuses === 1 || open !== undefined,
    digits: (split.whole + split.fraction).replace(/^0+(?=\d)/, ''),
    power: -split.fraction.length + Number(exponent ?? 0) + scalePower(size),
    percent,
    unit: unit1 ?? (percent ? null : (after ?? null)),
  };
}

/** What one cell proves about its column: the decimal mark, that it reads two ways, or nothing. */
export function decimalEvidence(text: string): DecimalMark | 'ambiguous' | null {
  if (plain.test(text)) return null;
  if (pointed.test(text)) return '.';
  if (text.length > longest) return null;
  const body = written.exec(text.replace(/[\s\u00a0\u202f\u2009]+/g, ' '))?.[5];
  if (body === undefined) return null;
  const split = splitAtMark(body, null);
  if (split === 'ambiguous') return 'ambiguous';
  return typeof split === 'string' ? null : split.mark;
}

type Split = { whole: string; fraction: string; mark: DecimalMark | null };

function splitAtMark(body: string, mark: DecimalMark | null): Split | NumberFault {
  const text = withoutSpaces(body.trim());
  if (text === null) return 'not-a-number';
  const dots = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  if (dots + commas === 0) return { whole: text, fraction: '', mark: null };
  const found = mark ?? ownMark(text, dots, commas);
  if (found === 'ambiguous') return 'ambiguous';
  const group = found === '.' ? ',' : '.';
  const at = text.indexOf(found);
  const whole = at < 0 ? text : text.slice(0, at);
  const fraction = at < 0 ? '' : text.slice(at + 1);
  const fault = mark === null ? 'not-a-number' : 'wrong-mark';
  if (fraction.includes(found) || fraction.includes(group)) return fault;
  if (whole.includes(group) && !isGrouped(whole.split(group))) return fault;
  return { whole: whole.replaceAll(group, ''), fraction, mark: found };
}

function ownMark(text: string, dots: number, commas: number): DecimalMark | 'ambiguous' {
  if (dots > 0 && commas > 0) return text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
  if (dots > 1) return ',';
  if (commas > 1) return '.';
  const sign = dots === 1 ? '.' : ',';
  const [head = '', tail = ''] = text.split(sign);
  return tail.length === 3 && head.length >= 1 && head.length <= 3 && !head.startsWith('0')
    ? 'ambiguous'
    : sign;
}

/** Groups of three; or, as in India, of two and a last one of three. */
function isGrouped(groups: readonly string[]): boolean {
  const [first = '', ...rest] = groups;
  const last = rest.at(-1) ?? '';
  if (first.length < 1 || first.length > 3 || last.length !== 3) return false;
  return rest.every((group) => group.length === 3) || rest.slice(0, -1).every((group) => group.length === 2);
}

function withoutSpaces(body: string): string | null {
  const groups = body.split(/[ '’]/);
  if (groups.length === 1) return body;
  const [first = '', ...rest] = groups;
  const tidy = /^\d{1,3}$/.test(first) && rest.every((group) => /^\d{3}(?:[.,]\d*)?$/.test(group));
  return tidy ? groups.join('') : null;
}

function scalePower(size: string | undefined): number {
  if (size === undefined) return 0;
  const word = size.toLowerCase();
  if (word.startsWith('k') || word.startsWith('t')) return 3;
  return word.startsWith('b') || word.startsWith('mrd') ? 9 : 6;
}
