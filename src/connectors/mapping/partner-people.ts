import type { TouchRecord } from '#connectors/port.ts';
import type { Field } from '../understanding/fields.ts';
import type { Plan } from './plan.ts';
import type { RowReader } from './row-reader.ts';

/** As long as the other ways in allow a name to be. */
export const longestName = 200;

type NamedPartner = Pick<TouchRecord, 'partner' | 'partnerId'>;
type NamedPerson = Pick<TouchRecord, 'person' | 'personEmail'>;

/** The partner that a row names; `none` where the mapping says that its value means none, null (and a problem) without one. */
export function partnerOf(plan: Plan, read: RowReader): NamedPartner | 'none' | null {
  const column = plan.partner?.column ?? plan.column('partner');
  const text = column ? read.textAt(column) : null;
  const partnerId = read.id('partnerId');
  const partner = text === null ? null : plan.partnerOf(text);
  if (partner !== null || partnerId !== null) return { partner, partnerId };
  if (text !== null) return 'none';
  report(read, 'partner-missing', read.has('partner') ? 'partner' : 'partnerId', {
    expected: 'a partner',
    found: 'nothing',
    repair: 'Fill in the partner, or remove the row.',
  });
  return null;
}

const mailAddress = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const nameAndMail = /^(.*?)\s*<([^<>]+)>$/;

/** Who it was at the partner: a name, a mail address, or both in one cell; null where nobody is named. */
export function personOf(read: RowReader): NamedPerson | null {
  const text = read.text('person');
  const both = text === null ? null : nameAndMail.exec(text);
  const said = both ? (both[1] ?? '').replace(/^"|"$/g, '').trim() : text;
  const isMail = said !== null && mailAddress.test(said);
  const person = isMail || said === '' ? null : said;
  const mail = read.text('personEmail') ?? both?.[2]?.trim() ?? (isMail ? said : null);
  if (mail !== null && !mailAddress.test(mail)) {
    report(read, 'mail-address', read.has('personEmail') ? 'personEmail' : 'person', {
      expected: 'a mail address',
      found: mail,
      repair: 'Correct the address or empty the cell.',
    });
  }
  if (person !== null && person.length > longestName) tooLong(read, 'person', person, longestName);
  if (person !== null || mail !== null) return { person, personEmail: mail?.toLowerCase() ?? null };
  return null;
}

/** Reports a cell that holds more than fits. */
export function tooLong(read: RowReader, field: Field, text: string, most: number): void {
  report(read, 'text-too-long', field, {
    expected: `at most ${most} characters`,
    found: `${text.length}, beginning with ${text.slice(0, 60)}`,
    repair: 'Shorten it.',
  });
}

/** Reports a cell that keeps its row out. */
export function report(
  read: RowReader,
  code: string,
  field: Field,
  problem: Parameters<RowReader['report']>[3],
): void {
  read.report('reject', code, field, problem);
}
