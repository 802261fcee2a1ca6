import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import vectors from '#test/vectors/program-arithmetic.json' with { type: 'json' };
import { type AssumptionsCheckCode, assumptionsCheckWords } from './assumptions-check-words.ts';
import { type AssumptionsFacts, checkAssumptions } from './assumptions-checks.ts';
import { planInputs } from './assumptions-inputs.ts';
import { type AssumptionsBody, assumptionsPage, type LedgerKey } from './assumptions-page.ts';
import { checkSentence, mayPropose } from './check.ts';
import { defaultBody } from './field.ts';
import { emptyCurve, runCurve, scheduleOf, valueList } from './returns-curve.ts';
import { decideTooling, toolingWords } from './tooling.ts';

type Row = AssumptionsBody['ledger'][LedgerKey];
const blank: AssumptionsBody = defaultBody(assumptionsPage.fields);

const facts: AssumptionsFacts = {
  today: '2027-01-04' as LocalDate,
  operatingModel: { caps: { pmCap: 20 }, seats: { head_of_partnerships: { startWeek: 8 } } },
  scoreboard: { shareFloors: [0.15, 0.25, 0.35] },
  activePartners: 0,
};

/** A page in which every row has a value, a range, evidence and a date; five cohorts a year. */
function full(rows: Partial<Record<LedgerKey, Partial<Row>>> = {}): AssumptionsBody {
  return {
    ...blank,
    ledger: Object.fromEntries(
      Object.entries(blank.ledger).map(([name, row]) => {
        const key = name as LedgerKey;
        const value = vectors.defaults.ledger[key];
        const grounds = { evidence: 'Report of the fourth quarter', reviewOn: '2027-03-31' };
        return [key, { ...row, value, low: value, high: value, ...grounds, ...rows[key] }];
      }),
    ) as AssumptionsBody['ledger'],
    plan: { ...blank.plan, cohortsPerYear: 5 },
    tooling: {
      crm_attribution: { ...blank.tooling.crm_attribution, monthlyCost: 0, choice: 'have' },
      ecosystem_data: { ...blank.tooling.ecosystem_data, monthlyCost: 100_000 },
      prm: { ...blank.tooling.prm, monthlyCost: 200_000, choice: 'wait' },
    },
  };
}

function failing(body: AssumptionsBody, more: Partial<AssumptionsFacts> = {}) {
  const checks = checkAssumptions(body, { ...facts, ...more }).filter(({ holds }) => !holds);
  return Object.fromEntries(
    checks.map((check) => [check.code, { ...check, says: checkSentence(assumptionsCheckWords, check) }]),
  ) as Partial<Record<AssumptionsCheckCode, (typeof checks)[number] & { says: string }>>;
}

describe('the checks of the assumptions', () => {
  it('leave a full and feasible plan with one piece of advice: the year is shorter than it looks', () => {
    expect(Object.keys(failing(full()))).toEqual(['year_by_months']);
    expect(mayPropose(checkAssumptions(full(), facts))).toBe(true);
  });

  it('block an untouched page and name every value that is missing', () => {
    const { plan_values: values, plan_costs: costs } = failing(blank);
    expect(values).toMatchObject({ severity: 'blocking', path: 'ledger.newPipelinePerYear.value' });
    expect(values!.says).toContain('Total new pipeline per year; Average partner deal');
    expect(costs!.says).toContain('Cost of the leader per year, all in');
    expect(costs!.says).toContain('Ecosystem data: cost per month');
    expect(costs!.says).not.toContain('PRM');
  });

  it('block an infeasible plan and say what it would take (OM-7)', () => {
    const once = { ...full(), plan: { ...full().plan, cohortsPerYear: 1 } };
    const { plan_feasible: feasible, one_cohort: conflict } = failing(once);
    expect(feasible).toMatchObject({ severity: 'blocking', rule: 'OM-7' });
    expect(feasible!.says).toContain('year 1 needs 25 producing partners, and 6 are expected');
    expect(feasible!.says).toContain('5 cohorts a year, or a share of 3.6 % instead');
    expect(conflict!.says).toContain('15 partners carries 4.5 % of new pipeline');
  });

  it('say why a plan in which nothing comes of a partner cannot work', () => {
    expect(failing(full({ dealSize: { value: 0 } })).plan_feasible!.says).toContain('brings nothing');
    expect(failing(full({ activationRate: { value: 0 } })).plan_feasible!.says).toContain(
      'Nobody who signs would activate',
    );
  });

  it('advise against a target below the floor', () => {
    const { target_floor: floor } = failing(full({ shareYear1: { value: 0.1, low: 0.05, high: 0.15 } }));
    expect(floor).toMatchObject({ severity: 'advisory' });
    expect(floor!.says).toContain('10 %, below the floor of 15 %');
  });

  it('block low, value and high out of order, and a share that cannot be', () => {
    const { range_order: order, share_possible: share } = failing(
      full({
        cycleDays: { low: 130, value: 120, high: 150 },
        grossMargin: { value: 1.2, low: 1, high: 1.3 },
      }),
    );
    expect(order).toMatchObject({ severity: 'blocking', path: 'ledger.cycleDays.low' });
    expect(share).toMatchObject({ severity: 'blocking', path: 'ledger.grossMargin.value' });
  });

  it.each([
    ['range_given', { low: null }],
    ['row_owner', { owner: ' ' }],
    ['row_evidence', { evidence: '' }],
    ['row_evidence', { evidence: blank.ledger.shareYear1.evidence }],
    ['row_review', { reviewOn: null }],
    ['row_review', { reviewOn: '2027-09-30' }],
    ['row_overdue', { reviewOn: '2026-12-31' }],
  ] as const)('advise about %s for %j', (code, row) => {
    const found = failing(full({ cycleDays: row }))[code];
    expect(found).toMatchObject({ severity: 'advisory' });
    expect(found!.says).toContain('Sales cycle');
  });

  it('flag an actual beyond the limit, with how little it may rest on (OM-4)', () => {
    const actuals = [{ key: 'cycleDays' as const, value: 180, deals: 6, evidence: '6 wins' }];
    const { row_variance: variance } = failing(full(), { actuals });
    expect(variance!.says).toContain('47.8 % above the assumption, more than 20 %, though on only 6 cases');
  });

  it('hold lift and win rate against the direct deals', () => {
    const direct = (value: number) =>
      failing(full(), {
        funnel: [
          {
            key: 'win_rate',
            kind: 'win_rate',
            stage: null,
            unit: 'share',
            value,
            deals: 80,
            comparison: null,
          },
        ],
      });
    expect(direct(0.19).lift_agrees).toBeUndefined();
    expect(direct(0.3).lift_agrees!.says).toContain('won at 39 %; the ledger says 25 %');
  });

  it('advise against a PRM below its number of active partners, counted or not', () => {
    const buying = {
      ...full(),
      tooling: { ...full().tooling, prm: { ...full().tooling.prm, choice: 'buy' as const } },
    };
    expect(failing(buying, { activePartners: 24 }).tool_prm).toMatchObject({ severity: 'advisory' });
    expect(failing(buying, { activePartners: null }).tool_prm!.says).toContain('not measured yet');
    expect(failing(buying, { activePartners: 25 }).tool_prm).toBeUndefined();
  });

  it('have a sentence for every code, held or not', () => {
    for (const words of Object.values(assumptionsCheckWords)) {
      expect(words.holds({})).not.toBe('');
      expect(words.fails({})).not.toBe('');
    }
  });
});

describe('the tooling plan (S1)', () => {
  const none = { activePartners: null, signedPartners: null, isRecruitingOpen: false, cohortLeast: 5 };
  const decide = (more: Partial<typeof none | { activePartners: number; signedPartners: number }>) => {
    const inputs = planInputs(full(), facts.operatingModel, facts.scoreboard);
    const curve = emptyCurve();
    runCurve(scheduleOf(inputs), valueList(inputs), curve);
    return decideTooling(inputs, curve, { ...none, ...more });
  };

  it('has the CRM before anyone is recruited, and lets the others wait', () => {
    const [crm, ecosystem, prm] = decide({});
    expect(crm).toMatchObject({ verdict: 'have', fromMonth: 1, planCost: 0 });
    expect(ecosystem).toMatchObject({ verdict: 'wait', fromMonth: 3, planCost: 3_400_000 });
    expect(prm).toMatchObject({ verdict: 'wait', disagrees: false, reasons: [{ code: 'prm_not_measured' }] });
  });

  it.each([
    [24, 'wait'],
    [25, 'buy'],
  ])('says of a PRM with %i active partners: %s', (activePartners, verdict) => {
    const prm = decide({ activePartners })[2]!;
    expect(prm).toMatchObject({ verdict, disagrees: verdict === 'buy' });
    expect(checkSentence(toolingWords, { ...prm.reasons[0]!, severity: 'advisory', path: '' })).toContain(
      `${activePartners} partners are active`,
    );
  });

  it.each([
    [{ isRecruitingOpen: true }, 'buy'],
    [{ signedPartners: 5 }, 'buy'],
    [{ signedPartners: 4 }, 'wait'],
  ] as const)('says of ecosystem data with %j: %s', (more, verdict) => {
    expect(decide(more as never)[1]).toMatchObject({ verdict });
  });
});
