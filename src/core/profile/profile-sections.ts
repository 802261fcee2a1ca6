import type { Section } from '#core/program/page.ts';

/** The sections of the profile. */
export const profileSections = [
  {
    title: 'Whom it is for',
    guidance:
      'One partner type per profile: what predicts production of an integrator says nothing about a reseller. Take the archetype in build.',
    fields: ['archetype'],
  },
  {
    title: 'Criteria',
    guidance:
      'Six things that can be measured before signing and that predict production. The defaults are a sound beginning; change the bands to what is usual in your market, and the weights only with a reason.',
    fields: ['criteria'],
  },
  {
    title: 'Thresholds',
    guidance:
      'Where the line runs between recruiting, waiting and declining, how large the first cohort is, and when the profile itself is in doubt.',
    fields: ['thresholds'],
  },
  {
    title: 'Disqualifiers',
    guidance: 'What no score makes up for. Add what your company cannot live with; do not add preferences.',
    fields: ['disqualifiers'],
  },
  {
    title: 'Try it',
    guidance:
      'Score real companies before anybody is called. You see at once whether the profile tells the good from the famous.',
    fields: ['candidates'],
  },
] as const satisfies readonly Section[];
