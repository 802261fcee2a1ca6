/**
 * What the tiers need before they are signed (TIER-1 to TIER-13): production as the metric, steps that a partner can
 * climb, and something that changes on our side.
 *
 * Handbook: docs/handbook/program.md
 */

import type { Check, CheckCatalogue } from '#core/program/check.ts';
import { advisory, blocking, everyRow } from '#core/program/judge.ts';
import type { TiersBody } from './tier-page.ts';

const tierKeys = ['member', 'growth', 'strategic'] as const;
const earnedTiers = ['growth', 'strategic'] as const;
/** Each tier and the one above it. */
const steps = [
  ['member', 'growth'],
  ['growth', 'strategic'],
] as const;

/** What a tier is not earned by (TIER-12), as words in a text. */
const weakCriteria =
  /\b(?:logos?|brands?|well[- ]known|head ?count|employees|company size|size of|years? (?:as|of|with)|tenure|loyalty|relationship|certificat\w*|certified|badges?|events?|webinars?|trainings?)\b/iu;

/** The checks of the page. */
export function checkTiers(body: TiersBody, openGates: ReadonlySet<string>): Check[] {
  return [
    blocking('TIER-13', 'tier.gate', '', openGates.has('g5')),
    ...checkNames(body),
    ...checkMetric(body),
    ...checkSteps(body),
    ...checkThresholds(body),
    ...checkInvestment(body),
    ...checkMoves(body),
  ];
}

function checkNames({ tiers }: TiersBody): Check<TierCode>[] {
  const named = tierKeys.map((key) => ({ key, name: tiers[key].name.trim().toLowerCase() }));
  const twice = named.find(
    ({ name }, index) => name !== '' && named.slice(0, index).some((earlier) => earlier.name === name),
  );
  const path = twice === undefined ? 'tiers' : `tiers.${twice.key}.name`;
  return [
    blocking('TIER-1', 'tier.names', path, twice === undefined, {
      name: twice === undefined ? null : tiers[twice.key].name,
    }),
  ];
}

function checkMetric({ tiers }: TiersBody): Check<TierCode>[] {
  const name = (key: (typeof tierKeys)[number]) => ({ tier: tiers[key].name });
  return [
    ...everyRow(
      'tiers',
      earnedTiers.map((key) =>
        blocking(
          'TIER-2',
          'tier.metric',
          `tiers.${key}.sourcedWon`,
          (tiers[key].sourcedWon ?? 0) > 0,
          name(key),
        ),
      ),
    ),
    ...everyRow(
      'tiers',
      earnedTiers.map((key) => {
        const { certified, sourcedWon, registrations } = tiers[key];
        const isAlone = certified > 0 && (sourcedWon ?? 0) === 0 && registrations === 0;
        return advisory('TIER-12', 'tier.certificates_alone', `tiers.${key}.certified`, !isAlone, name(key));
      }),
    ),
    ...everyRow(
      'tiers',
      tierKeys.map((key) => {
        const word = weakCriteria.exec(tiers[key].alsoNeeded)?.[0] ?? null;
        return advisory('TIER-12', 'tier.weak_criterion', `tiers.${key}.alsoNeeded`, word === null, {
          ...name(key),
          word,
        });
      }),
    ),
  ];
}

function checkSteps({ tiers }: TiersBody): Check<TierCode>[] {
  const rising = (measure: 'registrations' | 'certified') =>
    steps.map(([below, above]) =>
      blocking(
        'TIER-4',
        `tier.${measure}`,
        `tiers.${above}.${measure}`,
        tiers[above][measure] >= tiers[below][measure],
        {
          above: tiers[above].name,
          below: tiers[below].name,
        },
      ),
    );
  const won = steps.flatMap(([below, above]) => {
    const [least, most] = [tiers[below].sourcedWon ?? 0, tiers[above].sourcedWon];
    if (most === null) return [];
    return [
      blocking('TIER-3', 'tier.rising', `tiers.${above}.sourcedWon`, most > least, {
        above: tiers[above].name,
        below: tiers[below].name,
      }),
    ];
  });
  return [
    ...everyRow('tiers', won),
    ...everyRow('tiers', rising('registrations')),
    ...everyRow('tiers', rising('certified')),
  ];
}

function checkThresholds({ tiers, rules }: TiersBody): Check<TierCode>[] {
  const { typicalFirstYear, entryShare, entryLeast, entryMost, ratio, ratioLeast, ratioMost } = rules;
  const entry = { least: percent(entryLeast), most: percent(entryMost) };
  const step = { least: ratioLeast, most: ratioMost };
  const won = { growth: tiers.growth.sourcedWon, strategic: tiers.strategic.sourcedWon };
  const actualEntry =
    won.growth === null || typicalFirstYear === null || typicalFirstYear === 0
      ? null
      : won.growth / typicalFirstYear;
  const actualStep =
    won.strategic === null || won.growth === null || won.growth === 0 ? null : won.strategic / won.growth;
  const checks: Check<TierCode>[] = [
    advisory(
      'TIER-3',
      'tier.entry',
      'rules.entryShare',
      entryShare >= entryLeast && entryShare <= entryMost,
      {
        ...entry,
        share: percent(entryShare),
      },
    ),
    advisory('TIER-3', 'tier.ratio', 'rules.ratio', ratio >= ratioLeast && ratio <= ratioMost, {
      ...step,
      ratio,
    }),
  ];
  if (actualEntry !== null) {
    const holds = isWithin(actualEntry, entryLeast, entryMost);
    checks.push(
      advisory('TIER-3', 'tier.entry_amount', 'tiers.growth.sourcedWon', holds, {
        ...entry,
        share: percent(actualEntry),
        tier: tiers.growth.name,
      }),
    );
  }
  if (actualStep !== null) {
    const holds = isWithin(actualStep, ratioLeast, ratioMost);
    checks.push(
      advisory('TIER-3', 'tier.ratio_amount', 'tiers.strategic.sourcedWon', holds, {
        ...step,
        ratio: Math.round(actualStep * 10) / 10,
        tier: tiers.strategic.name,
      }),
    );
  }
  return checks;
}

function checkInvestment({ tiers, rules }: TiersBody): Check<TierCode>[] {
  const { member, strategic } = tiers;
  const differs = (measure: 'hours' | 'spend') => {
    const [first, third] = [member[measure], strategic[measure]];
    if (first === null || third === null) return null;
    return third > 0 && third >= first * rules.decorationRatio;
  };
  const answers = [differs('hours'), differs('spend')].filter((answer) => answer !== null);
  const isDecoration = answers.length > 0 && !answers.includes(true);
  return [
    advisory('TIER-11', 'tier.decoration', 'tiers.strategic.hours', !isDecoration, {
      ratio: rules.decorationRatio,
      first: member.name,
      third: strategic.name,
    }),
    ...everyRow(
      'tiers',
      steps.map(([below, above]) => {
        const [less, more] = [plain(tiers[below].benefits), plain(tiers[above].benefits)];
        return blocking('TIER-6', 'tier.benefits', `tiers.${above}.benefits`, more === '' || more !== less, {
          above: tiers[above].name,
          below: tiers[below].name,
        });
      }),
    ),
  ];
}

function checkMoves({ rules }: TiersBody): Check<TierCode>[] {
  const { warningQuarters: warning, demotionQuarters: demotion } = rules;
  return [
    blocking('TIER-8', 'tier.demotion', 'rules.demotionQuarters', warning > 0 && warning < demotion, {
      warning,
      demotion,
    }),
  ];
}

/** The amounts are rounded to whole units, so the share may miss its bound by less than a thousandth. */
function isWithin(value: number, least: number, most: number): boolean {
  return value >= least * 0.999 && value <= most * 1.001;
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}

type TierCode = keyof typeof tierCheckWords;

export const tierCheckWords = {
  'tier.gate': {
    holds: () => 'Gate G5 is open, so tiers may be published.',
    fails: () =>
      'Gate G5 is closed: tiers come after journey, certification and scoreboard. Keep this as a draft until the gate opens; nothing of it is lost.',
  },
  'tier.names': {
    holds: () => 'There are three tiers, each with a name of its own.',
    fails: ({ name }) => `Two tiers are called “${name}”. Give one of them another name.`,
  },
  'tier.metric': {
    holds: () => 'The higher tiers are earned by sourced deals that were won.',
    fails: ({ tier }) =>
      `${tier} asks for no sourced closed-won. Give an amount; the typical first year and the steps below suggest one.`,
  },
  'tier.certificates_alone': {
    holds: () => 'No tier is earned by certificates alone.',
    fails: ({ tier }) =>
      `${tier} is earned by certificates alone. They show that people learned, not that they sell.`,
  },
  'tier.weak_criterion': {
    holds: () => 'No tier is earned by logo, size, age, certificates or events.',
    fails: ({ tier, word }) =>
      `${tier} also asks for “${word}”. That does not predict production, and it gives your hours to the partner that looks best.`,
  },
  'tier.rising': {
    holds: () => 'Each tier asks for more sourced closed-won than the one below.',
    fails: ({ above, below }) => `${above} asks for no more sourced closed-won than ${below}. Raise it.`,
  },
  'tier.registrations': {
    holds: () => 'Accepted registrations do not fall from tier to tier.',
    fails: ({ above, below }) =>
      `${above} asks for fewer accepted registrations than ${below}. Raise the number.`,
  },
  'tier.certified': {
    holds: () => 'Certified sellers do not fall from tier to tier.',
    fails: ({ above, below }) => `${above} asks for fewer certified sellers than ${below}. Raise the number.`,
  },
  'tier.entry': {
    holds: ({ share }) => `The second tier begins at ${share} % of a typical first year.`,
    fails: ({ share, least, most }) =>
      `The second tier begins at ${share} % of a typical first year; ${least} to ${most} % are usual. Lower and everybody has it, higher and nobody tries.`,
  },
  'tier.ratio': {
    holds: ({ ratio }) => `Each tier asks for ${ratio} times the one below.`,
    fails: ({ ratio, least, most }) =>
      `Each tier asks for ${ratio} times the one below; ${least} to ${most} times are usual. Smaller steps blur, larger ones are not climbed.`,
  },
  'tier.entry_amount': {
    holds: ({ tier, share }) => `${tier} asks for ${share} % of a typical first year.`,
    fails: ({ tier, share, least, most }) =>
      `${tier} asks for ${share} % of a typical first year; ${least} to ${most} % are usual. Partners compare it with what they can sell.`,
  },
  'tier.ratio_amount': {
    holds: ({ tier, ratio }) => `${tier} asks for ${ratio} times the tier below.`,
    fails: ({ tier, ratio, least, most }) =>
      `${tier} asks for ${ratio} times the tier below; ${least} to ${most} times are usual. Partners stop where the next step is out of sight.`,
  },
  'tier.decoration': {
    holds: ({ third, first, ratio }) =>
      `A partner in ${third} gets at least ${ratio} times the attention of one in ${first}.`,
    fails: ({ third, first, ratio }) =>
      `A partner in ${third} gets less than ${ratio} times the hours or spend of one in ${first}. Then the tiers are decoration: nothing of ours goes where the production is.`,
  },
  'tier.benefits': {
    holds: () => 'Each tier changes something on our side.',
    fails: ({ above, below }) =>
      `${above} and ${below} bring the same benefits. Say what changes on our side.`,
  },
  'tier.demotion': {
    holds: ({ warning, demotion }) =>
      `A partner is warned after ${warning} quarters below the floor and moves after ${demotion}.`,
    fails: ({ warning, demotion }) =>
      `A partner would be warned after ${warning} quarters and moved after ${demotion}. Warn it first, and leave time for a cure.`,
  },
} as const satisfies CheckCatalogue;
