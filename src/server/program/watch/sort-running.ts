import type { LocalDate } from '#core/calendar.ts';
import { type RunningProgram, runningSettings, sortPartners } from '#core/gates/running.ts';
import type { JourneyBody } from '#core/journey/journey-page.ts';
import type { PartnerActivity } from '#core/journey/partner-activity.ts';

/**
 * Sorts partners by what their deals and acts show; a deal that moves is heard like an act. `dealsSince`: the first day that imported deals cover; while none
 * was imported, nobody knows whether a partner is silent.
 */
export function sortRunning(
  partners: readonly PartnerActivity[],
  journey: JourneyBody,
  dealsSince: LocalDate | null,
  today: LocalDate,
): RunningProgram {
  const known = <T>(value: T): T | null => (dealsSince === null ? null : value);
  return sortPartners(
    partners.map((one) => ({
      partnerId: one.partnerId,
      name: one.name,
      signedOn: one.signedOn,
      openingStage: one.openingStage,
      lastActOn: latest(one.lastActOn, one.lastDealOn),
      openDeals: known(one.openDeals),
      wonInTwoQuarters: known(one.recentWins),
      sourcedAtStage3: known(one.recentAdvanced),
      firstDealOn: one.firstDealOn,
      lastRegistrationOn: null,
    })),
    runningSettings(journey),
    { registrationsSince: null, actsSince: dealsSince },
    today,
  );
}

/** Whether the partner belongs to the program as it runs: signed, come in at a stage, or with a deal. */
export function isRunning({ signedOn, openingStage, firstDealOn }: PartnerActivity): boolean {
  if (openingStage === 'off_board') return false;
  return signedOn !== null || firstDealOn !== null || (openingStage !== null && openingStage !== 'recruit');
}

function latest(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
