import { describe, it } from 'vitest';
import { workedExample } from '#core/blueprint/worked-example.ts';
import { testApp } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { registrationScene } from '#test/harness/registration-scene.ts';
import { raceForOneAccount, repsOfPartners } from '#test/races/one-account.ts';

const partners = 100;
const rounds = 50;

const server = await testApp(await freshDatabase());
const { checks } = workedExample.registration;
const most = 1000;
const limits = { partnerDayMost: most, repDayMost: most, liveMost: most, partnerQuarterMost: most };
const scene = await registrationScene(server, { partners: 0, page: { checks: { ...checks, ...limits } } });
const reps = await repsOfPartners(scene, partners);

describe('a hundred partners at once', () => {
  it.each(Array.from({ length: rounds }, (_, nth) => nth + 1))(
    'DR-8, DR-13: round %i: all register one account; one owns it, 99 are answered',
    (round) => raceForOneAccount(scene, reps, round),
  );
});
