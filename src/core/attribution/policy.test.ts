import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import {
  defaultAttributionPolicy,
  defaultRoleTable,
  missingSignatures,
  partnerRoles,
  policyFor,
  roleTableCell,
} from './policy.ts';

const day = (text: string) => text as LocalDate;

describe('the signed page', () => {
  const first = defaultAttributionPolicy(day('2026-01-01'));
  const second = { ...first, version: 2, inForceFrom: day('2026-04-01') };

  it('is never retroactive: a deal is judged by the page in force when it was created', () => {
    expect(policyFor([second, first], day('2026-03-31'))?.version).toBe(1);
    expect(policyFor([second, first], day('2026-04-01'))?.version).toBe(2);
  });

  it('in its first version judges the deals that are older than all pages', () => {
    expect(policyFor([second, first], day('2020-01-01'))?.version).toBe(1);
    expect(policyFor([], day('2020-01-01'))).toBeNull();
  });

  it('is a draft until the CRO, the CFO and the Head of Partnerships have signed', () => {
    expect(missingSignatures([])).toEqual(['cro', 'cfo', 'head_of_partnerships']);
    expect(missingSignatures(['cfo', 'cro', 'ae'])).toEqual(['head_of_partnerships']);
    expect(missingSignatures(['head_of_partnerships', 'cfo', 'cro'])).toEqual([]);
  });

  it('has a row for every role and a cell for every stage', () => {
    for (const role of partnerRoles) expect(defaultRoleTable[role].byStage).toHaveLength(6);
  });

  it('gives an introducer influenced up to the proposal and assisted in the contract', () => {
    const cells = [0, 1, 2, 3, 4, 5, 6].map((stage) =>
      roleTableCell(defaultRoleTable, 'introducer', stage, false),
    );
    expect(cells).toEqual([
      null,
      'influenced',
      'influenced',
      'influenced',
      'influenced',
      'assisted',
      'assisted',
    ]);
  });

  it('gives an implementer more on a renewal than on a new deal', () => {
    expect(roleTableCell(defaultRoleTable, 'implementer', 4, false)).toBe('assisted');
    expect(roleTableCell(defaultRoleTable, 'implementer', 4, true)).toBe('influenced');
  });
});
