import type { Wish } from './requests.ts';

/** Bodies of what a partner’s admin does with the team. */
export const portalBodies: Readonly<Record<string, (wish: Wish) => Record<string, unknown>>> = {
  inviteColleague: ({ number }) => ({ email: `colleague-${number}@example.org`, role: 'partner_rep' }),
  changeBrand: ({ number }) => ({
    name: `Partners ${number}`,
    accent: '#c8372b',
    welcome: { en: 'Welcome', de: 'Willkommen' },
  }),
  changeTeamRole: () => ({ role: 'partner_rep' }),
  endTeamAccess: ({ ids }) => ({ successorId: ids.heirId }),
  handOverRegistrations: ({ ids }) => ({ successorId: ids.heirId }),
};
