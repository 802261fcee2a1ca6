import { type ClaimedRole, claimedClass } from '#core/attribution/opening-balance.ts';

const roles: readonly (readonly [ClaimedRole, string])[] = [
  ['originator', 'They brought the deal'],
  ['joint_seller', 'They sold it with us'],
  ['introducer', 'They introduced us'],
  ['validator', 'They vouched for us'],
  ['reference', 'They gave a reference'],
  ['implementer', 'They implement it'],
];

const classWords = {
  sourced: 'sourced',
  co_sold: 'co-sold',
  influenced: 'influenced',
  assisted: 'assisted',
} as const;

/** The class that a claim is kept under, in the words of the screen. */
export function classLabel(name: string): string {
  return (classWords as Readonly<Record<string, string>>)[name] ?? name;
}

/** The roles that a file may claim for its partners, each with the class that it claims. */
export const claimedRoles: { value: string; label: string }[] = [
  {
    value: '',
    label: `The file does not say (claims ${classLabel(claimedClass('unspecified'))})`,
  },
  ...roles.map(([value, words]) => ({
    value,
    label: `${words} (claims ${classLabel(claimedClass(value))})`,
  })),
];
