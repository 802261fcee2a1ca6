import { caseStates } from '#core/attribution/dispute/case.ts';
import type { components } from '../api-schema.d.ts';

export type Dispute = components['schemas']['Dispute'];
export type DisputeCase = components['schemas']['DisputeCase'];
export type Ruling = components['schemas']['Ruling'];

export const classChoices = [
  { value: 'sourced', label: 'Sourced' },
  { value: 'co_sold', label: 'Co-sold' },
  { value: 'influenced', label: 'Influenced' },
  { value: 'assisted', label: 'Assisted' },
  { value: 'none', label: 'No credit' },
] as const;

/** A class in words. */
export function classWord(name: string): string {
  return classChoices.find(({ value }) => value === name)?.label ?? name;
}

/** The state of a case in words: whose turn it is. */
export function stateWords(state: Dispute['state']): string {
  const words = caseStates[state];
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const kinds: Readonly<Record<string, string>> = {
  claim: 'Claim',
  answer: 'Answer',
  counter_claim: 'Counter-claim',
  evidence: 'Evidence',
  appeal: 'Appeal',
  withdrawal: 'Withdrawal',
};

export function kindWord(kind: string): string {
  return kinds[kind] ?? kind;
}
