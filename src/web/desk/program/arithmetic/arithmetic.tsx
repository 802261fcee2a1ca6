import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import type { ProgramDocument } from '#core/blueprint/document.ts';
import { type CurrencyCode, parseCurrencyCode } from '#core/money.ts';
import type { Archetype } from '#core/program/archetype.ts';
import { planArithmetic } from '#core/program/assumptions-arithmetic.ts';
import type { LedgerKey } from '#core/program/assumptions-page.ts';
import { simulatePlan } from '#core/program/simulation.ts';
import type { Actual } from '#core/program/variance.ts';
import { useFormat } from '../../../ui/format.tsx';
import { useDesk } from '../../desk-context.ts';
import { funnelQuery, type Watch, watchQuery } from '../program-state.ts';
import { useQuiet } from '../use-quiet.ts';
import { Algebra } from './algebra.tsx';
import classes from './arithmetic.module.css';
import { Feasibility } from './feasibility.tsx';
import { planText } from './plan-words.ts';
import { Range } from './range.tsx';
import { Returns } from './returns.tsx';
import { Sensitivity } from './sensitivity.tsx';
import { Tooling } from './tooling.tsx';
import { Variance } from './variance.tsx';

/** The same draws each time, so that a number moves only when an assumption does. */
const seed = 1;

/** Ten thousand plans are drawn when the typing pauses; everything else follows each key. */
const simulateAfterMs = 250;

/**
 * The CFO's arithmetic below the ledger (OM-4 to OM-7): whether the plan can work, what it hangs on, its range, what it
 * costs and brings back. It follows the ledger as it is typed.
 */
export function Arithmetic(props: { document: ProgramDocument }): ReactNode {
  const { slug, currency } = useDesk();
  const format = useFormat();
  const funnel = useQuery(funnelQuery(slug));
  const watch = useQuery(watchQuery(slug));
  const document = useDeferredValue(props.document);
  const actuals = funnel.data?.actuals;
  const facts = watch.data;
  const plan = useMemo(
    () =>
      planArithmetic(document.assumptions, document.operating_model, document.scoreboard, {
        archetype: archetypeInBuild(document),
        actuals: (actuals ?? []).map((one): Actual => ({ ...one, key: one.key as LedgerKey })),
        activePartners: numberOf(facts, 'activePartners'),
        signedPartners: numberOf(facts, 'signedPartners'),
        isRecruitingOpen: facts?.gates.some((gate) => gate.key === 'g4' && gate.state !== 'closed') ?? false,
        cohortSize: {
          least: document.profile.thresholds.cohortLeast,
          most: document.profile.thresholds.cohortMost,
        },
      }),
    [document, actuals, facts],
  );
  const inputs = useQuiet(plan.inputs, simulateAfterMs);
  const simulation = useMemo(() => simulatePlan(inputs, { seed }), [inputs]);
  const text = useMemo(
    () => planText(format, parseCurrencyCode(currency) ?? ('EUR' as CurrencyCode)),
    [format, currency],
  );
  return (
    <section className={classes.arithmetic} aria-label="The arithmetic of the plan">
      <Feasibility plan={plan} text={text} />
      <Algebra plan={plan} text={text} />
      <Range plan={plan} simulation={simulation} text={text} />
      <Sensitivity plan={plan} text={text} />
      <Returns plan={plan} text={text} />
      <Tooling plan={plan} text={text} />
      <Variance plan={plan} text={text} />
      <Text size="xs" c="dimmed">
        Computed here as you type, from the pages as they stand. {format.count(simulation.runs)} plans are
        drawn from the ranges of the ledger, each assumption on its own.
      </Text>
    </section>
  );
}

/** The one archetype that is being built; null where none is, or the choice is not made. */
function archetypeInBuild(document: ProgramDocument): Archetype | null {
  const rows = Object.entries(document.archetypes.archetypes) as [Archetype, { readonly state: string }][];
  return rows.find(([, row]) => row.state === 'in_build')?.[0] ?? null;
}

function numberOf(watch: Watch | undefined, name: string): number | null {
  const fact = watch?.facts[name];
  return fact?.known === true && typeof fact.value === 'number' ? fact.value : null;
}
