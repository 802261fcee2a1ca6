import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { mayPropose } from '#core/program/check.ts';
import { creditFacts, endOf } from '#test/harness/credit-vectors.ts';
import { attributionExample } from './attribution-example.ts';
import type { AttributionBody } from './attribution-page.ts';
import { classifyCredit } from './classify.ts';
import { byCreditClass, creditClasses } from './credit-class.ts';
import { defaultAttributionPolicy, type PartnerRole, partnerRoles, type RoleTable } from './policy.ts';
import { checkRoleTable } from './role-table-checks.ts';

const cell = fc.constantFrom(null, null, ...creditClasses);
const helpers = partnerRoles.filter((role) => role !== 'originator' && role !== 'overlap');

/** The table of the example with one helper's row made at random. */
const table: fc.Arbitrary<{ role: PartnerRole; roleTable: RoleTable }> = fc
  .record({ role: fc.constantFrom(...helpers), byStage: fc.array(cell, { minLength: 6, maxLength: 6 }) })
  .map(({ role, byStage }) => {
    const { roleTable } = attributionExample;
    return { role, roleTable: { ...roleTable, [role]: { ...roleTable[role], byStage, renewal: null } } };
  });
const bodyWith = (roleTable: RoleTable): AttributionBody =>
  ({ ...attributionExample, roleTable }) as AttributionBody;

/** What one complete act in that role at that stage earns a deal under the table. */
function earned(roleTable: RoleTable, role: PartnerRole, stageOrder: number) {
  const policy = { ...defaultAttributionPolicy('2026-01-01' as LocalDate), roleTable };
  const touches = [{ id: 't1', role, stageOrder, occurredOn: '2026-04-02' }];
  return classifyCredit(creditFacts({ touches }), policy, endOf('2026-06-30')).class;
}

describe('a role table that may be signed', () => {
  it('never earns a deal more for help that is given later, by the engine itself', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 5 }), (made, from, to) => {
        const { role, roleTable } = made;
        const cells = roleTable[role].byStage;
        if (from >= to || cells[from] === null || cells[to] === null) return;
        if (!mayPropose(checkRoleTable(bodyWith(roleTable)))) return;
        const waits = byCreditClass(earned(roleTable, role, to), earned(roleTable, role, from));
        expect(waits).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('never makes help sourced', () => {
    fc.assert(
      fc.property(table, fc.nat(5), ({ role, roleTable }, stage) => {
        expect(earned(roleTable, role, stage)).not.toBe('sourced');
      }),
    );
  });

  it('has a joint seller who can reach co-sold under a plan', () => {
    fc.assert(
      fc.property(table, ({ roleTable }) => {
        if (!mayPropose(checkRoleTable(bodyWith(roleTable)))) return;
        const policy = { ...defaultAttributionPolicy('2026-01-01' as LocalDate), roleTable };
        const reachable = roleTable.joint_seller.byStage.flatMap((at, stage) =>
          at === 'co_sold' && stage > 0 && stage < 4 ? [stage] : [],
        );
        const facts = creditFacts({
          cosellPlans: [{ id: 'p1', activeFrom: '2026-03-02' }],
          touches: reachable.map((stageOrder) => ({
            id: `t${stageOrder}`,
            stageOrder,
            occurredOn: '2026-04-02',
          })),
        });
        expect(classifyCredit(facts, policy, endOf('2026-06-30')).class).toBe('co_sold');
      }),
      { numRuns: 300 },
    );
  });
});
