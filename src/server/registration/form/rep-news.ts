import type { PartnerNews } from '../tell-registration.ts';

/** What a rep without a login is written about; `mailed`, `held`: what came of a mail of theirs. */
const ownNews = ['begun', 'mailed', 'held', 'sent'] as const;

export type RepNews = PartnerNews | (typeof ownNews)[number];
