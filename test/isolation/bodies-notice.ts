import { TEST_NOW } from '#test/harness/app.ts';
import type { Wish } from './requests.ts';

const channel = { address: 'http://127.0.0.1:9/services/other', groups: ['asks'] };

/** Bodies of what people read and choose of their notices, and of channels. */
export const noticeBodies: Readonly<Record<string, (wish: Wish) => Record<string, unknown>>> = {
  logReading: () => ({ until: TEST_NOW }),
  logPortalReading: () => ({ until: TEST_NOW }),
  chooseNoticeWay: () => ({ way: 'here' }),
  choosePortalNoticeWay: () => ({ way: 'digest' }),
  choosePortalLanguage: () => ({ language: 'de' }),
  changeNoticeSettings: () => ({ digestMinute: 540, gatherMinutes: 5 }),
  setProgramChannel: () => channel,
  setPartnerChannel: () => channel,
};
