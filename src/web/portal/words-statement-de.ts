import type { PortalWords } from './words.ts';

/** What a partner reads on a statement, in German. */
export const statementDe: PortalWords['statement'] = {
  state: { due: 'fällig', held: 'wartet: strittig', stated: 'auf einer Abrechnung', paid: 'bezahlt' },
  onStatement: (number) => `auf Abrechnung ${number}`,
  line: 'Zeile',
  deal: 'Geschäft',
  why: 'Warum',
  stateTitle: 'Stand',
  amount: 'Betrag',
  byPage: (rule, version) => `${rule}, Attributionsseite ${version}`,
  byRates: (version) => `Archetypenseite ${version}`,
  onBase: (amount) => `auf ${amount}`,
  forPerson: (name) => `für ${name}`,
  toBePaid: 'zu zahlen',
  paidOn: (day) => `bezahlt ${day}`,
  pdf: (number) => `Abrechnung ${number} als PDF`,
  csv: (number) => `Abrechnung ${number} als CSV-Datei`,
  account: 'Konto bei der Ausstellung',
  before: 'Früher abgerechnet und nicht bezahlt',
  beforeOn: (count) =>
    `Früher abgerechnet und nicht bezahlt, auf ${count === 1 ? '1 Abrechnung' : `${count} Abrechnungen`}`,
  own: 'Diese Abrechnung',
  owed: (who) => `Schuldete ${who} bei der Ausstellung`,
  below: 'Es wurde mehr zurückgenommen als verdient; daher ist die Summe dieser Abrechnung negativ.',
  lines: 'Zeilen',
  linesOf: (month) => `Zeilen für ${month}`,
  waited: 'Wartete wegen eines Streits',
  waitedSays:
    'Nicht Teil der Summe. Eine Zeile steht auf der nächsten Abrechnung, sobald ihr Streit zu Ende ist.',
  waitedLabel: 'Zeilen, die warteten',
  fingerprint: (hash) => `Fingerabdruck der Zeilen: ${hash}`,
};
