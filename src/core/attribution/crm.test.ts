import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '#test/vectors/crm.json' with { type: 'json' };
import { crmDifference } from './crm-check.ts';
import {
  type CrmField,
  type CrmSystem,
  type CrmVerdict,
  crmFields,
  crmSystems,
  crmValues,
  defaultCrmNames,
  registrationMark,
  registrationOfMark,
} from './crm-fields.ts';
import { crmNameFaults } from './crm-names.ts';
import { crmNeeds, crmReadiness } from './crm-readiness.ts';

describe('ATT-2: what the fields of a CRM carry', () => {
  it.each(vectors.values)('$name', ({ verdict, carries }) => {
    expect(crmValues(verdict as CrmVerdict)).toEqual(carries);
  });
});

describe('the mark of a registration in the CRM', () => {
  it('is read back as what was written, and nothing else is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (number) => {
        expect(registrationOfMark(` ${registrationMark(number).toLowerCase()} `)).toBe(number);
      }),
    );
    for (const text of ['', '7', 'R-', 'R-7a', 'R-7 R-8', 'R--7', 'PR-7', 'R-1234567890'])
      expect(registrationOfMark(text), text).toBeNull();
  });
});

describe('ATT-22: how the CRM differs', () => {
  it.each(vectors.differences)('$name: $field', ({ field, says, holds, is }) => {
    expect(crmDifference(field as CrmField, says, holds)).toBe(is);
  });

  it('never finds one between a text and itself, nor where both say nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...crmFields), fc.string(), (field, text) => {
        expect(crmDifference(field, text, text)).toBeNull();
        expect(crmDifference(field, '', ' ')).toBeNull();
      }),
    );
  });
});

describe('what a field may be called', () => {
  it.each(vectors.names)('$system, $name: $called', ({ system, called, holds }) => {
    const names = { ...defaultCrmNames[system as CrmSystem], partner: called };
    const faults = crmNameFaults(system as CrmSystem, names);
    expect(faults.map(({ field }) => field)).toEqual(holds ? [] : ['partner']);
  });

  it('is refused where two fields have one name, whatever the case; the proposed names stand', () => {
    for (const system of crmSystems) expect(crmNameFaults(system, defaultCrmNames[system])).toEqual([]);
    const twice = { ...defaultCrmNames.salesforce, role: 'TANDEM_class__c' };
    expect(crmNameFaults('salesforce', twice)).toMatchObject([{ field: 'role' }]);
    const none = Object.fromEntries(crmFields.map((field) => [field, null])) as never;
    expect(crmNameFaults('hubspot', none)).toEqual([]);
  });
});

describe('ATT-2: whether a CRM can tag a deal', () => {
  const there = <Key extends string>(keys: readonly Key[]) =>
    Object.fromEntries(keys.map((key) => [key, `column ${key}`])) as Record<Key, string | null>;
  const all = {
    system: 'salesforce' as const,
    needs: there(crmNeeds),
    wrongIds: null,
    columns: there(crmFields),
    like: {},
  };
  const names = defaultCrmNames.salesforce;

  it('can with everything, and says nothing to add', () => {
    const { canTag, items } = crmReadiness(all, names);
    expect(canTag).toBe(true);
    expect(items.map(({ add }) => add).join('')).toBe('');
    expect(items).toHaveLength(crmNeeds.length + crmFields.length);
  });

  it.each([...crmNeeds, ...crmFields])('says what to add where %s is missing', (missing) => {
    const less = {
      ...all,
      needs: { ...all.needs, ...(missing in all.needs ? { [missing]: null } : {}) },
      columns: { ...all.columns, ...(missing in all.columns ? { [missing]: null } : {}) },
    };
    const { canTag, items } = crmReadiness(less, names);
    const open = items.filter(({ holds }) => !holds);
    expect(open.map(({ item }) => item)).toEqual([missing]);
    expect(open[0]?.add).toMatch(/\S{3,}/);
    expect(canTag).toBe(!open[0]?.needed);
  });

  it('names a column that seems to hold the same, asks for no field that is not carried, and shows a wrong id', () => {
    const like = { ...all, columns: { ...all.columns, partner: null }, like: { partner: 'Channel Partner' } };
    const partner = crmReadiness(like, names).items.find(({ item }) => item === 'partner');
    expect(partner?.add).toContain('If "Channel Partner" holds the same');
    expect(crmReadiness(like, { ...names, partner: null }).canTag).toBe(true);
    const wrong = crmReadiness({ ...all, wrongIds: { rows: 2, example: '1.2E+17' } }, names);
    expect(wrong.canTag).toBe(false);
    expect(wrong.items[0]?.add).toContain('2 rows have another id, such as "1.2E+17"');
  });
});
