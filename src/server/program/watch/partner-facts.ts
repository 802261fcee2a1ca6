import { addDays, daysBetween, type FiscalCalendar, type LocalDate, quarterOf } from '#core/calendar.ts';
import type { GateFacts } from '#core/gates/facts.ts';
import { defaultGateSettings } from '#core/gates/gate-settings.ts';
import {
  isActivated,
  isActivatedWithin,
  isProducing,
  type PartnerActivity,
} from '#core/journey/partner-activity.ts';
import type { Design } from './load-design.ts';
import { counted, earliest, known, waits } from './measured.ts';
import { isRunning, sortRunning } from './sort-running.ts';

const { cohortDays, darkContactDays } = defaultGateSettings;

export type PartnerFacts = Pick<
  GateFacts,
  | 'cohortActivation'
  | 'producingPartners'
  | 'recruiting'
  | 'activePartners'
  | 'signedPartners'
  | 'firstSigning'
  | 'signingsThisMonth'
  | 'activationsThisQuarter'
  | 'dormantShare'
  | 'unactivatedAfterLimit'
  | 'darkAfterSigning'
>;

/** What the partners' own rows tell the gates and the pitfalls. */
export function partnerFacts(
  partners: readonly PartnerActivity[],
  design: Design,
  fiscal: FiscalCalendar,
  since: { readonly acts: boolean; readonly deals: LocalDate | null },
): PartnerFacts {
  const { today, recruitsFrom, kickoffOn } = design;
  const { clock } = design.document.journey;
  const signed = partners.filter((one) => one.signedOn !== null && one.signedOn <= today);
  const recruited = signed.filter((one) => one.signedOn !== null && one.signedOn >= recruitsFrom);
  const noSignature = waits('the first signing date of a partner');
  const ofSigned = <T>(value: T, evidence: string) =>
    signed.length === 0 ? noSignature : known(value, evidence);
  const { journey } = design.document;
  const running = sortRunning(partners.filter(isRunning), journey, since.deals, today).counts;
  const activeCount = running.producing + running.active;
  const late = signed.filter((one) => signedDaysAgo(one, today) > clock.stopDays && !isActivated(one));
  const quarter = quarterOf(today, fiscal);
  const activated = partners.filter(
    ({ activatedOn }) => activatedOn !== null && activatedOn >= quarter.start && activatedOn <= today,
  );
  const thisMonth = signed.filter((one) => one.signedOn?.slice(0, 7) === today.slice(0, 7));
  const first = earliest((kickoffOn === null ? signed : recruited).map((one) => one.signedOn));
  const producing = partners.filter((one) => isProducing(one, defaultGateSettings.stage3Least)).length;
  return {
    cohortActivation: cohortActivation(recruited, today, clock.dueDays),
    producingPartners: known(
      producing,
      `${counted(producing, 'partner')} with a sourced or co-sold win, or two late sourced deals.`,
    ),
    recruiting: known(
      recruited.length,
      `${counted(recruited.length, 'partner')} signed since ${recruitsFrom}.`,
      earliest(recruited.map((one) => one.signedOn)),
    ),
    activePartners:
      since.deals === null
        ? waits('the first import of deals')
        : known(
            activeCount,
            `${counted(activeCount, 'partner')} with an open deal, a recent win or a recent act; ${running.dormant} dormant.`,
          ),
    signedPartners: known(signed.length, `${counted(signed.length, 'partner')} with a signing date.`),
    firstSigning:
      first === null ? noSignature : known(first, `The first partner was signed on ${first}.`, first),
    signingsThisMonth: ofSigned(
      thisMonth.length,
      `${counted(thisMonth.length, 'partner')} signed in ${today.slice(0, 7)}.`,
    ),
    activationsThisQuarter: ofSigned(
      activated.length,
      `${counted(activated.length, 'partner')} with a first sourced or co-sold deal in ${quarter.label}. Registrations do not count yet.`,
    ),
    dormantShare: sortRunning(signed, journey, since.deals, today).health.dormantShare,
    unactivatedAfterLimit: ofSigned(
      late.length,
      `${counted(late.length, 'partner')} signed more than ${clock.stopDays} days ago and never activated.`,
    ),
    darkAfterSigning: darkAfterSigning(recruited, design, since.acts),
  };
}

function signedDaysAgo(partner: PartnerActivity, today: LocalDate): number {
  return partner.signedOn === null ? 0 : daysBetween(partner.signedOn, today);
}

/** JR-2: of the partners that were signed in the first quarter of recruiting and are past the due day. */
function cohortActivation(
  recruited: readonly PartnerActivity[],
  today: LocalDate,
  dueDays: number,
): GateFacts['cohortActivation'] {
  const first = earliest(recruited.map((one) => one.signedOn));
  if (first === null) return waits('the first partner that is signed after the kickoff');
  const cohort = recruited.filter(
    ({ signedOn }) => signedOn !== null && daysBetween(first, signedOn) < cohortDays,
  );
  const due = cohort.filter((one) => signedDaysAgo(one, today) >= dueDays);
  if (due.length === 0) return waits(`day ${dueDays} of the first signing, ${addDays(first, dueDays)}`);
  const activated = due.filter((one) => isActivatedWithin(one, dueDays)).length;
  return known(
    activated / due.length,
    `${activated} of ${due.length} partners of the first cohort activated within ${dueDays} days.`,
  );
}

/** Partners on the clock after signing without a first joint act in a week, or without any in a fortnight. */
function darkAfterSigning(
  recruited: readonly PartnerActivity[],
  { today, document }: Design,
  hasActs: boolean,
): GateFacts['darkAfterSigning'] {
  if (!hasActs) return waits('the first introduction or touch on record');
  const { artefactDays, stopDays } = document.journey.clock;
  const onClock = recruited.filter((one) => {
    const days = signedDaysAgo(one, today);
    return days > artefactDays && days <= stopDays;
  });
  const dark = onClock.filter(({ signedOn, firstActOn, lastActOn }) => {
    const isLateStart =
      signedOn === null || firstActOn === null || daysBetween(signedOn, firstActOn) > artefactDays;
    return isLateStart || lastActOn === null || daysBetween(lastActOn, today) > darkContactDays;
  });
  return known(
    dark.length,
    `${dark.length} of ${onClock.length} newly signed partners without an act by day ${artefactDays}, or for ${darkContactDays} days. Introductions and confirmed touches count.`,
  );
}
