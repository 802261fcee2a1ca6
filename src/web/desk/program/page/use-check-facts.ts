import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CheckFacts } from '#core/blueprint/check-facts.ts';
import type { LocalDate } from '#core/calendar.ts';
import type { FunnelFact } from '#core/program/funnel.ts';
import type { Actual } from '#core/program/variance.ts';
import { useDesk } from '../../desk-context.ts';
import { funnelQuery, type ProgramState, watchQuery } from '../program-state.ts';

/** What the checks look at besides the pages: the funnel, the gates and who holds which seat. Fetched once. */
export function useCheckFacts(state: ProgramState): CheckFacts {
  const { slug } = useDesk();
  const funnel = useQuery(funnelQuery(slug)).data;
  const watch = useQuery(watchQuery(slug)).data;
  return useMemo(() => {
    const active = watch?.facts.activePartners;
    return {
      today: state.today as LocalDate,
      funnel: (funnel?.facts ?? []) as readonly FunnelFact[],
      actuals: (funnel?.actuals ?? []) as readonly Actual[],
      activePartners: active?.known === true && typeof active.value === 'number' ? active.value : null,
      openGates: new Set(
        (watch?.gates ?? []).filter((gate) => gate.state !== 'closed').map((gate) => gate.key),
      ),
      heldSeats: Object.fromEntries(state.seats.map((seat) => [seat.seat, seat.holders.length > 0])),
    };
  }, [state, funnel, watch]);
}
