/**
 * Limits that keep one rep or one partner from registering the whole market (DR-18). Above most of them a person looks;
 * only what no person could have typed is refused, and what was typed stays as a draft.
 *
 * Handbook: docs/handbook/registration.md
 */

import type { RegistrationBody } from './registration-page.ts';

/** What is counted, without the registration at hand. Days and quarters are those of the organization's calendar. */
export type AbuseCounts = {
  /** Open or protected registrations of the rep. */
  readonly repLive: number;
  /** Submitted today by the rep, by the whole partner, and by the partner in this quarter. */
  readonly repToday: number;
  readonly partnerToday: number;
  readonly partnerThisQuarter: number;
  /** Of the partner, submitted and not yet answered. */
  readonly partnerWaiting: number;
  /** Of the rep: ever accepted, and of these that became pipeline. */
  readonly repAccepted: number;
  readonly repConverted: number;
};

/** A limit that the registration at hand goes over. */
export type Abuse = {
  readonly code:
    | 'rep_live'
    | 'rep_day'
    | 'partner_day'
    | 'partner_quarter'
    | 'partner_waiting'
    | 'rep_converts';
  readonly outcome: 'ask' | 'stop';
  /** What was counted with the registration at hand, and the limit; shares of 0 to 1 for `rep_converts`. */
  readonly found: number;
  readonly limit: number;
};

/** DR-18: the limits of the signed page that one more registration goes over; none for most. */
export function findAbuse(counts: AbuseCounts, policy: RegistrationBody['checks']): Abuse[] {
  const found: Abuse[] = [];
  const above = (code: Abuse['code'], before: number, limit: number, outcome: Abuse['outcome'] = 'ask') => {
    if (before + 1 > limit) found.push({ code, outcome, found: before + 1, limit });
  };
  above('partner_day', counts.partnerToday, policy.partnerDayMost, 'stop');
  above('rep_day', counts.repToday, policy.repDayMost);
  above('rep_live', counts.repLive, policy.liveMost);
  above('partner_quarter', counts.partnerThisQuarter, policy.partnerQuarterMost);
  above('partner_waiting', counts.partnerWaiting, policy.partnerWaitingMost);
  const { repAccepted, repConverted } = counts;
  if (repAccepted > 0 && repAccepted >= policy.pipelineOver) {
    const share = repConverted / repAccepted;
    if (share < policy.pipelineLeast) {
      found.push({ code: 'rep_converts', outcome: 'ask', found: share, limit: policy.pipelineLeast });
    }
  }
  return found;
}
