import { describe, expect, it } from 'vitest';
import type { ImportMapping, PartnerCandidate } from './import-data.ts';
import { firstTicks, noChoice, pastedNames, withPartners, wouldMatch } from './partner-choice.ts';

const mapping: ImportMapping = {
  kind: 'opportunities',
  columns: { opportunityId: 'Nr', stage: 'Step', leadSource: 'Lead Source' },
};

describe('partners without a column of their own', () => {
  const candidate: PartnerCandidate = {
    column: 'Lead Source',
    rows: 5,
    why: '',
    values: [
      { value: 'Partner A', rows: 3, matches: null },
      { value: 'Partner B', rows: 2, matches: null },
      { value: 'Web', rows: 9, matches: null },
    ],
  };

  it('are read from a pasted list, however it is parted', () => {
    expect(pastedNames(' Acme GmbH\n"Nordsee, IT"\t\nAcme GmbH;Sund\r\n')).toEqual([
      'Acme GmbH',
      'Nordsee, IT',
      'Sund',
    ]);
  });

  it('are ticked where the values sound like them, and counted as they would match', () => {
    const ticks = firstTicks(candidate);
    expect(ticks).toEqual({ 'Partner A': 'Partner A', 'Partner B': 'Partner B' });
    expect(wouldMatch(candidate, { ...ticks, 'Partner B': 'Partner A', Web: ' ' })).toEqual({
      rows: 5,
      partners: ['Partner A'],
    });
  });

  it('take the pasted name where one matches', () => {
    const pasted = { ...candidate, values: [{ value: 'ACME gmbh', rows: 1, matches: 'Acme' }] };
    expect(firstTicks(pasted)).toEqual({ 'ACME gmbh': 'Acme' });
  });

  it('reach the mapping as ticked, with their role, and not at all if there are none', () => {
    const choice = { ...noChoice, how: 'column' as const, column: 'Lead Source', role: 'originator' };
    expect(withPartners(mapping, choice, candidate).partner).toEqual({
      column: 'Lead Source',
      role: 'originator',
      values: { 'Partner A': 'Partner A', 'Partner B': 'Partner B' },
    });
    const partner = { column: 'Lead Source' };
    expect(withPartners({ ...mapping, partner }, { ...choice, how: 'none' }, candidate)).toEqual(mapping);
    expect(withPartners(mapping, { ...choice, ticked: { 'Lead Source': {} } }, candidate)).toEqual(mapping);
  });
});
