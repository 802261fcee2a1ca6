import { describe, expect, it } from 'vitest';
import { crmFieldFacts, crmFields, crmSystems, defaultCrmNames } from '#core/attribution/crm-fields.ts';
import { importBytes } from '../fixtures/import-bytes.ts';
import { parseMapping } from '../mapping/mapping-file.ts';
import { planMapping } from '../mapping/plan.ts';
import { ownColumn } from './own-columns.ts';
import { partnerCandidates } from './partner-candidates.ts';

const file = (partner: string, role: string) =>
  `deal_id,stage,Lead Source,${partner},${role},Tandem Registration\n1,Open,Web,Nimbus GmbH,Originator,R-7\n2,Open,Partner referral,Nimbus GmbH,Originator,\n`;
const spellings = [
  ['Tandem Partner', 'Tandem Role'],
  ['Tandem_Partner__c', 'Tandem_Role__c'],
  ['tandem_partner', 'tandem_role'],
] as const;

describe('a column that Tandem wrote into the CRM', () => {
  it('is known by its label and by its names in both systems', () => {
    for (const field of crmFields) {
      expect(ownColumn(crmFieldFacts[field].label), field).toBe(field);
      for (const system of crmSystems) expect(ownColumn(defaultCrmNames[system][field] ?? '')).toBe(field);
    }
    for (const other of ['Partner', 'Partner Role', 'Tandem', 'Tandem Partner 2'])
      expect(ownColumn(other), other).toBeNull();
  });

  it.each(spellings)('is never offered for the partner: %s', async (partner, role) => {
    const { understanding } = await importBytes(file(partner, role), { stages: { Open: {} } });
    expect(understanding.mapping.columns.registration).toBe('Tandem Registration');
    expect(Object.values(understanding.mapping.columns)).not.toContain(partner);
    const offered = partnerCandidates(understanding.stats.columns, ['Nimbus']).map(({ column }) => column);
    expect(offered).toEqual(['Lead Source']);
  });

  it.each(spellings)('is refused where a mapping names it: %s', (partner, role) => {
    const shape = {
      columns: ['deal_id', 'stage', partner, role].map((name, index) => ({ name, header: name, index })),
    };
    const errors = (more: object) => {
      const parsed = parseMapping({ kind: 'opportunities', stages: { Open: {} }, ...more });
      if (!parsed.ok) throw new Error('no mapping');
      const planned = planMapping(parsed.mapping, shape as never, {
        timeZone: 'UTC',
        currency: 'EUR' as never,
      });
      return planned.ok ? [] : planned.errors.map(({ path }) => path);
    };
    const columns = { opportunityId: 'deal_id', stage: 'stage' };
    expect(errors({ columns })).toEqual([]);
    expect(errors({ columns: { ...columns, partner, partnerRole: role } })).toEqual([
      'columns.partner',
      'columns.partnerRole',
    ]);
    expect(errors({ columns, partner: { column: partner } })).toEqual(['partner.column']);
  });
});
