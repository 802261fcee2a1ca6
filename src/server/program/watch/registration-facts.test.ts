import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { acceptRegistration } from '#server/registration/decide.ts';
import { beginFor } from '#server/registration/drafts.ts';
import { submitFor } from '#server/registration/submit.ts';
import { TEST_NOW, testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { type RegistrationScene, registrationScene, typedDeal } from '#test/harness/registration-scene.ts';
import { readTransaction } from '../../database/transaction.ts';
import { registrationFacts } from './registration-facts.ts';

const database = await testDatabase();
const server = await testApp(database);

async function send(scene: RegistrationScene, name: string): Promise<string> {
  const typed = typedDeal({ legalName: name, domain: `${name.toLowerCase()}.nl` });
  const rep = { name: 'Ada', email: 'ada@example.org' };
  const partnerId = scene.partners[0]?.partnerId ?? '';
  const { registrationId } = await beginFor(scene.ops.context, partnerId, rep, typed);
  await submitFor(scene.ops.context, registrationId);
  return registrationId;
}

function factsOf({ organization }: RegistrationScene, today: string) {
  const { orgId } = organization.context.organization;
  return readTransaction(database.pool, { org: orgId }, (tx) =>
    registrationFacts(tx, orgId, today as LocalDate),
  );
}

describe('what registrations tell the gates', () => {
  it('G6: is not known before one was sent', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    expect(await factsOf(scene, '2026-07-15')).toMatchObject({
      acceptedRegistrations: { known: false },
      registrationSla: { known: false },
    });
  });

  it('DR-4: counts each yes, and as late what its day went over without an answer', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const [first] = [await send(scene, 'Vermeer'), await send(scene, 'Hals'), await send(scene, 'Steen')];
    const acceptance = { changed: null, opportunityId: null };
    await acceptRegistration(scene.at(scene.ops, TEST_NOW + 3_600_000), first, acceptance);
    // The others wait, and their day is not over.
    expect(await factsOf(scene, '2026-07-15')).toMatchObject({
      acceptedRegistrations: { known: true, value: 1 },
      registrationSla: { known: true, value: 1 },
    });
    expect(await factsOf(scene, '2026-08-15')).toMatchObject({
      acceptedRegistrations: { known: true, value: 1, evidence: '1 of 3 registrations accepted.' },
      registrationSla: { known: true, value: 1 / 3 },
    });
  });
});
