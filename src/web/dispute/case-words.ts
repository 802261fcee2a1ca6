import type { components } from '../api-schema.d.ts';
import { caseEn } from './case-texts.ts';

export type Dispute = components['schemas']['Dispute'];
export type DisputeCase = components['schemas']['DisputeCase'];
export type Ruling = components['schemas']['Ruling'];

export const classChoices = Object.entries(caseEn.class).map(([value, label]) => ({ value, label }));

/** A class in words. */
export function classWord(name: string): string {
  return classChoices.find(({ value }) => value === name)?.label ?? name;
}

/** The state of a case in words: whose turn it is. */
export function stateWords(state: Dispute['state']): string {
  return caseEn.state[state];
}
