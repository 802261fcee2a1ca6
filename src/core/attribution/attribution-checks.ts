/**
 * What the attribution page needs before three people sign it (ATT-1): windows that can be met, a table that tells an
 * origin from help, and pay that sets nobody against a partner.
 *
 * Handbook: docs/handbook/attribution.md
 */

import type { Check, CheckCatalogue } from '#core/program/check.ts';
import { advisory, blocking, everyRow } from '#core/program/judge.ts';
import { type AttributionBody, attributionPage } from './attribution-page.ts';
import { sourcedPaysField } from './attribution-pay.ts';
import { checkRoleTable, roleTableWords } from './role-table-checks.ts';

/** The checks of the page. */
export function checkAttribution(body: AttributionBody): Check[] {
  return [...checkWindows(body), ...checkRoleTable(body), ...checkPay(body), ...checkWords(body)];
}

const windows = ['introLookbackDays', 'lockDays', 'touchLoggedWithinDays', 'coSoldCheckinDays'] as const;

function checkWindows({ settings, bounds, cycles }: AttributionBody): Check<AttributionCode>[] {
  const { lockDays: lock, longLockDays: long } = settings;
  const most = bounds.lockMostDays;
  const named = cycles.map(({ segment }) => segment.trim().toLowerCase()).filter((segment) => segment !== '');
  const twice = named.find((segment, index) => named.indexOf(segment) < index);
  return [
    ...everyRow(
      'settings',
      windows.map((key) =>
        blocking('5.5', 'att.window', `settings.${key}`, settings[key] > 0, {
          window: attributionPage.fields.settings.fields[key].label,
        }),
      ),
    ),
    blocking('ATT-4', 'att.lock_order', 'settings.longLockDays', long >= lock, { lock, long }),
    ...everyRow(
      'settings.longLockDays',
      (['lockDays', 'longLockDays'] as const).map((key) =>
        blocking('ATT-4', 'att.lock_most', `settings.${key}`, settings[key] <= most, {
          days: settings[key],
          most,
        }),
      ),
    ),
    advisory(
      'ATT-3',
      'att.lookback',
      'settings.introLookbackDays',
      settings.introLookbackDays <= settings.vendorQuietDays,
      {
        lookback: settings.introLookbackDays,
        quiet: settings.vendorQuietDays,
      },
    ),
    blocking('ATT-4', 'att.cycle_twice', 'cycles', twice === undefined, { segment: twice ?? null }),
  ];
}

/**
 * IN-1 to IN-4: what each class pays is chosen, and nothing is an answer too. No figure for joint work and influence
 * rests on evidence, so the page is shipped without one, and nobody signs it until the program has chosen.
 */
export function checkPayChosen(
  body: Pick<AttributionBody, 'incentives' | 'sourcedPays' | 'otherAmounts'>,
): Check<AttributionCode>[] {
  const { incentives, sourcedPays, otherAmounts } = body;
  const isOpen = incentives.influencedPays === 'flat' && incentives.influenced === null;
  return [
    blocking('IN-4', 'att.co_sold_open', 'incentives.coSold', incentives.coSold !== null),
    blocking('IN-3', 'att.influenced_open', 'incentives.influenced', !isOpen),
    ...everyRow(
      'sourcedPays',
      Object.entries(sourcedPays).map(([archetype, { pays, amount }]) =>
        blocking('IN-2', 'att.sourced_open', `sourcedPays.${archetype}`, pays !== 'flat' || amount !== null, {
          archetype: sourcedPaysField.rows[archetype as keyof typeof sourcedPaysField.rows].label,
        }),
      ),
    ),
    ...everyRow(
      'otherAmounts',
      otherAmounts.map(({ amount }, row) =>
        blocking('IN-1', 'att.amount_open', `otherAmounts.${row}`, amount !== null, { row: row + 1 }),
      ),
    ),
  ];
}

function checkPay(body: AttributionBody): Check<AttributionCode>[] {
  const { influencedPays, influenced, aeShare, managerCredit } = body.incentives;
  const { managerCreditLeast: least, managerCreditMost: most } = body.incentives;
  const flatPays = influencedPays === 'flat';
  const named = body.otherAmounts.map((one) => `${one.archetype} ${one.class}`);
  return [
    blocking('IN-3', 'att.influenced_share', 'incentives.influencedPays', influencedPays !== 'share'),
    ...checkPayChosen(body),
    blocking('IN-1', 'att.amount_twice', 'otherAmounts', new Set(named).size === named.length),
    advisory(
      'IN-3',
      'att.influenced_amount',
      'incentives.influenced',
      influencedPays === 'share' || influenced === null || flatPays === influenced > 0,
      { pays: influencedPays },
    ),
    blocking('IN-7', 'att.ae_neutral', 'incentives.aeShare', aeShare >= 1, { share: percent(aeShare) }),
    advisory(
      'ATT-15',
      'att.manager_credit',
      'incentives.managerCredit',
      managerCredit >= least && managerCredit <= most,
      { share: percent(managerCredit), least: percent(least), most: percent(most) },
    ),
  ];
}

function checkWords({ sentences, rulings }: AttributionBody): Check<AttributionCode>[] {
  const { auditErrorTarget: target, auditErrorMost: most } = rulings;
  return [
    blocking('5.2', 'att.precedence', 'sentences.precedence', sentences.precedence.trim() !== ''),
    blocking('ATT-12', 'att.tie', 'sentences.tie', sentences.tie.trim() !== ''),
    advisory('ATT-20', 'att.audit', 'rulings.auditShare', rulings.auditLeast > 0 || rulings.auditShare > 0),
    blocking('ATT-20', 'att.audit_error', 'rulings.auditErrorTarget', target <= most, {
      target: percent(target),
      most: percent(most),
    }),
  ];
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}

type AttributionCode = keyof typeof attributionCheckWords;

export const attributionCheckWords = {
  'att.window': {
    holds: () => 'Every window leaves time to act.',
    fails: ({ window }) => `“${window}” is 0 days, so no partner could ever meet it. Give at least one day.`,
  },
  'att.lock_order': {
    holds: () => 'A long cycle has at least the usual time to record a claim.',
    fails: ({ lock, long }) =>
      `A claim may be recorded for ${lock} days, in a long cycle only for ${long}. Give the long cycle at least as many.`,
  },
  'att.lock_most': {
    holds: ({ most }) => `No claim is recorded later than ${most} days after the deal was created.`,
    fails: ({ days, most }) =>
      `A claim could be recorded for ${days} days, and ${most} is the most on this page. Shorten it: late claims rest on memory.`,
  },
  'att.lookback': {
    holds: () => 'An introduction that sources a deal lies in the time in which the account was new to us.',
    fails: ({ lookback, quiet }) =>
      `An introduction counts for ${lookback} days, but an account is new to us after ${quiet} quiet days. An old introduction could claim an account that we were working.`,
  },
  'att.cycle_twice': {
    holds: () => 'Every segment has a single cycle.',
    fails: ({ segment }) => `The segment “${segment}” stands twice. Keep the cycle that is right.`,
  },
  ...roleTableWords,
  'att.influenced_share': {
    holds: () => 'Influence pays no share of revenue.',
    fails: () =>
      'Influenced deals would pay a share of revenue. Take a flat bonus, or tier points: several partners can influence one deal, and its revenue exists once.',
  },
  'att.co_sold_open': {
    holds: () => 'The page says what a co-sold deal pays.',
    fails: () =>
      'What a co-sold deal pays is not chosen. No figure rests on evidence, so the program has to choose: an amount, or 0 for nothing.',
  },
  'att.influenced_open': {
    holds: () => 'The page says what influence pays.',
    fails: () =>
      'What an influenced deal pays is not chosen. No figure rests on evidence, so the program has to choose: an amount, 0 for nothing, or tier points.',
  },
  'att.sourced_open': {
    holds: () => 'Every flat amount for a sourced deal is chosen.',
    fails: ({ archetype }) =>
      `A sourced deal pays “${archetype}” a flat amount, and the amount is not chosen. Write it, 0 included, or choose “Nothing”.`,
  },
  'att.amount_open': {
    holds: () => 'Every other amount for an archetype is chosen.',
    fails: ({ row }) =>
      `Row ${row} of the other amounts has no amount. Write it, 0 for nothing, or take the row away.`,
  },
  'att.amount_twice': {
    holds: () => 'Each archetype has one amount per class.',
    fails: () => 'An archetype has two amounts for the same class. Keep the one that is right.',
  },
  'att.influenced_amount': {
    holds: () => 'The bonus for influence says what the choice says.',
    fails: ({ pays }) =>
      pays === 'flat'
        ? 'Influence pays a flat bonus, and the bonus is 0. Partners read it as a promise that nobody meant.'
        : 'Influence pays no money, but a bonus is set. Somebody will send an invoice for it.',
  },
  'att.ae_neutral': {
    holds: () => 'An AE earns on a partner deal at least what a direct one brings.',
    fails: ({ share }) =>
      `An AE gets ${share} % of the credit of a direct deal. Set it to 100 % or more; otherwise AEs keep partners out.`,
  },
  'att.manager_credit': {
    holds: ({ share }) => `Influenced deals count ${share} % towards a partner manager’s quota.`,
    fails: ({ share, least, most }) =>
      `Influenced deals count ${share} % towards a partner manager’s quota; ${least} to ${most} % are usual. Less and nobody helps, more and nobody looks for origins.`,
  },
  'att.precedence': {
    holds: () => 'The page says which class wins.',
    fails: () =>
      'The page does not say which class wins where several fit. Write the sentence on precedence.',
  },
  'att.tie': {
    holds: () => 'The page says who wins where two partners claim a deal.',
    fails: () =>
      'The page does not say who wins where two partners claim to have sourced a deal. Write the sentence.',
  },
  'att.audit': {
    holds: () => 'Finance looks at a sample each month.',
    fails: () =>
      'Finance samples no deals. A figure that nobody checks is one that a board does not believe.',
  },
  'att.audit_error': {
    holds: ({ target, most }) => `Errors stay under ${target} %; above ${most} % the figure is unaudited.`,
    fails: ({ target, most }) =>
      `The target for errors is ${target} %, but the figure is unaudited from ${most} % on. Set the target below it.`,
  },
} as const satisfies CheckCatalogue;
