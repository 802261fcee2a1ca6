import { expect } from 'vitest';
import type { PartnerId } from '#core/ids.ts';
import { readTransaction, type Tx } from '#server/database/transaction.ts';
import { createPartner } from '#server/partner/change-partner.ts';
import { acceptRegistration } from '#server/registration/decide.ts';
import { beginOwn } from '#server/registration/drafts.ts';
import { submitOwn } from '#server/registration/submit.ts';
import type { TestPerson } from '#test/harness/app.ts';
import { type RegistrationScene, typedDeal } from '#test/harness/registration-scene.ts';

/** A rep at each of so many partners. */
export function repsOfPartners({ organization }: RegistrationScene, partners: number): Promise<TestPerson[]> {
  return Promise.all(
    Array.from({ length: partners }, async (_, nth) => {
      const { partnerId } = await createPartner(organization.context, {
        ...{ name: `Racer ${nth}`, domain: null, country: null, archetype: 'si' },
        ...{ signedOn: '2026-01-05', managerId: null },
      });
      return organization.person(['partner_rep'], { partnerId: partnerId as PartnerId });
    }),
  );
}

/**
 * Tries again where somebody waited too long for a connection, as a client does that is answered so: on a busy machine a
 * hundred at one account take longer than the wait. Nothing was begun then.
 */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      const isTooBusy = error instanceof Error && error.message.startsWith('timeout exceeded');
      if (!isTooBusy || tries === 10) throw error;
    }
  }
}

/**
 * DR-8, DR-13: every rep sends the same account at the same instant. One is in the queue; all others are answered, wait in
 * one case, and the case names the one. Accepted, it is the account's one owner, and nobody else becomes it.
 */
export async function raceForOneAccount(
  scene: RegistrationScene,
  reps: readonly TestPerson[],
  round: number,
): Promise<void> {
  const domain = `race-number-${round}.nl`;
  const begun = await Promise.all(
    reps.map((rep, nth) =>
      patiently(() =>
        beginOwn(rep.context, typedDeal({ legalName: `Race ${round} as ${nth} types it`, domain })),
      ),
    ),
  );
  const sent = await Promise.all(
    reps.map((rep, nth) => patiently(() => submitOwn(rep.context, begun[nth]?.registrationId ?? '', 'en'))),
  );
  const states = sent.map(({ state }) => state).sort();
  expect(states).toEqual([...Array.from({ length: reps.length - 1 }, () => 'conflict'), 'submitted']);
  const winner = sent.find(({ state }) => state === 'submitted')?.registrationId ?? '';
  const { ports, organization } = scene.organization.context;
  const rows = <Row extends object>(sql: string): Promise<Row[]> =>
    readTransaction(ports.pool, { org: organization.orgId }, (tx: Tx) =>
      tx.query<Row>(sql, [`domain:${domain}`]),
    );
  const cases = await rows<{ recommendation: { registrationId: string }; parties: number }>(
    `select recommendation, (select count(*)::int from tandem.conflict_party p
       where p.org_id = c.org_id and p.conflict_id = c.conflict_id) as parties
     from tandem.registration_conflict c where account_key = $1`,
  );
  expect(cases).toMatchObject([{ recommendation: { registrationId: winner }, parties: reps.length }]);
  // Times differ, so that of any two it is written who came first.
  const times = await rows<{ times: number }>(
    'select count(distinct complete_at)::int as times from tandem.registration where account_key = $1',
  );
  expect(times).toEqual([{ times: reps.length }]);
  const later = sent.find(({ state }) => state === 'conflict')?.registrationId ?? '';
  const yes = { changed: null, opportunityId: null };
  const answers = await Promise.allSettled([
    acceptRegistration(scene.head.context, later, yes),
    acceptRegistration(scene.ops.context, winner, yes),
  ]);
  expect(answers[1]).toMatchObject({ status: 'fulfilled', value: { state: 'accepted' } });
  expect(answers[0]).toMatchObject({ status: 'rejected', reason: { type: 'conflict' } });
  expect(
    await rows('select registration_id from tandem.registration_protection where account_key = $1'),
  ).toEqual([{ registration_id: winner }]);
}
