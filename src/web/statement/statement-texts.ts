import { createContext } from 'react';
import type { InAnyLanguage } from '../any-language.ts';

/** What both faces read on a statement, in English. */
export const statementEn = {
  state: { due: 'due', held: 'held: disputed', stated: 'on a statement', paid: 'paid' },
  onStatement: (number: number) => `on statement ${number}`,
  line: 'Line',
  deal: 'Deal',
  why: 'Why',
  stateTitle: 'State',
  amount: 'Amount',
  byPage: (rule: string, version: number) => `${rule}, attribution page ${version}`,
  byRates: (version: number) => `archetypes page ${version}`,
  onBase: (amount: string) => `on ${amount}`,
  forPerson: (name: string) => `for ${name}`,
  toBePaid: 'to be paid',
  paidOn: (day: string) => `paid ${day}`,
  pdf: (number: number) => `Statement ${number} as a PDF`,
  csv: (number: number) => `Statement ${number} as a CSV file`,
  account: 'Account when this was issued',
  before: 'Stated before and not paid',
  beforeOn: (count: number) =>
    `Stated before and not paid, on ${count === 1 ? '1 statement' : `${count} statements`}`,
  own: 'This statement',
  owed: (who: string) => `${who} owed when it was issued`,
  below: 'More was taken back than earned, so the total of this statement is below zero.',
  lines: 'Lines',
  linesOf: (month: string) => `Lines of ${month}`,
  waited: 'Waited because of a dispute',
  waitedSays: 'Not part of the total. A line stands on the next statement once its dispute has ended.',
  waitedLabel: 'Lines that waited',
  fingerprint: (hash: string) => `Fingerprint of the lines: ${hash}`,
} as const;

export type StatementTexts = InAnyLanguage<typeof statementEn>;

/** The language of a statement: English, unless the portal says otherwise. */
export const StatementTextsContext = createContext<StatementTexts>(statementEn);
