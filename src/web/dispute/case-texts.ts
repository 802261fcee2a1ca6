import { createContext } from 'react';
import type { InAnyLanguage } from '../any-language.ts';

/** What both faces read in a case, in English. */
export const caseEn = {
  class: {
    sourced: 'Sourced',
    co_sold: 'Co-sold',
    influenced: 'Influenced',
    assisted: 'Assisted',
    none: 'No credit',
  },
  state: {
    open: 'Waits for an answer',
    answered: 'Waits for a ruling',
    ruled: 'Ruled; an appeal is possible',
    appealed: 'Waits for the CRO',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
  },
  kind: {
    claim: 'Claim',
    answer: 'Answer',
    counter_claim: 'Counter-claim',
    evidence: 'Evidence',
    appeal: 'Appeal',
    withdrawal: 'Withdrawal',
  },
  due: (when: string) => `due ${when}`,
  overdue: (when: string) => `overdue since ${when}`,
  opened: (when: string, who: string) => `opened ${when} by ${who}`,
  disputed: 'The credit is disputed.',
  claims: (what: string) => `Claims: ${what}.`,
  claimsFor: (what: string, partner: string) => `Claims: ${what} for ${partner}.`,
  stands: (what: string) => `The credit stands at ${what}; its commission waits until the case is closed.`,
  isNow: (what: string) => `The credit is ${what} now.`,
  said: 'What was said',
  claimBy: (who: string) => `The claim, by ${who}`,
  otherSide: 'The other side',
  nothing: 'Nothing has been said yet.',
  by: (who: string, when: string) => `by ${who}, ${when}`,
  ruling: (number: number) => `Ruling ${number}`,
  onAppeal: (number: number) => `On appeal ${number}`,
  waitsFor: (whom: string) => `waits for ${whom}`,
  aSignature: 'a signature',
  or: 'or',
  standsSince: (when: string) => `stands since ${when}`,
  signed: (who: string, seat: string, when: string) => `${who} for ${seat}, ${when}`,
  say: 'Say something',
  sayLabel: 'What both sides will read',
  links: 'Links to what proves it',
  linksSay: 'One per line.',
  acts: {
    answer: 'Answer',
    add: 'Add evidence',
    appeal: 'Appeal to the CRO',
    withdraw: 'Take the case back',
  },
  done: 'It is in the case. Both sides can read it.',
} as const;

export type CaseTexts = InAnyLanguage<typeof caseEn>;

/** The language of a case: English, unless the portal says otherwise. */
export const CaseTextsContext = createContext<CaseTexts>(caseEn);
