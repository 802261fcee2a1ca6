import { describe, expect, it } from 'vitest';
import { readTransaction } from '#server/database/transaction.ts';
import { acceptRegistration } from '#server/registration/decide.ts';
import { beginOwn } from '#server/registration/drafts.ts';
import { submitOwn } from '#server/registration/submit.ts';
import { testApp } from '#test/harness/app.ts';
import { freshDatabase } from '#test/harness/database.ts';
import { registrationScene, typedDeal } from '#test/harness/registration-scene.ts';
import { raceForOneAccount, repsOfPartners } from './one-account.ts';

const database = await freshDatabase();
const server = await testApp(database);
const scene = await registrationScene(server, { partners: 0 });
const org = scene.organization.context.organization.orgId;
const many = 20;

const reps = await repsOfPartners(scene, many);

const rows = <Row extends object>(sql: string, values: readonly string[]) =>
  readTransaction(database.pool, { org }, (tx) => tx.query<Row>(sql, values));

describe('everybody at once', () => {
  it.each([1, 2, 3, 4, 5])(
    'DR-8, DR-13: round %i: all register one account; one owns it, the others wait in one case that names it',
    (round) => raceForOneAccount(scene, reps, round),
  );

  it('DR-8: two that are accepted at the same instant: the database lets one own the account', async () => {
    const [a, b] = reps;
    if (!a || !b) throw new Error('two reps');
    const one = await beginOwn(a.context, typedDeal({ legalName: 'Twin North', domain: 'twin-north.nl' }));
    const other = await beginOwn(b.context, typedDeal({ legalName: 'Twin South', domain: 'twin-south.nl' }));
    await submitOwn(a.context, one.registrationId, 'en');
    await submitOwn(b.context, other.registrationId, 'en');
    // As if both had been sent before either was known: the second one names the account of the first.
    await database.ownerPool.query(
      `begin; set local app.org = '${org}';
       update tandem.registration set account_key = 'domain:twin-north.nl' where registration_id = '${other.registrationId}';
       commit`,
    );
    const yes = { changed: null, opportunityId: null };
    const answers = await Promise.all([
      acceptRegistration(scene.ops.context, one.registrationId, yes),
      acceptRegistration(scene.head.context, other.registrationId, yes).catch((error: Error) => error),
      acceptRegistration(scene.ops.context, other.registrationId, yes).catch((error: Error) => error),
    ]);
    const owners = await rows<{ registration_id: string }>(
      `select registration_id from tandem.registration_protection where account_key = $1`,
      ['domain:twin-north.nl'],
    );
    expect(owners).toHaveLength(1);
    expect(
      answers.filter((answer) => !(answer instanceof Error) && answer.state === 'accepted'),
    ).toHaveLength(1);
    const cases = await rows('select 1 from tandem.registration_conflict where account_key = $1', [
      'domain:twin-north.nl',
    ]);
    expect(cases).toHaveLength(1);
  });

  it('DR-7: two who decide at the same instant: one decides, the other is told', async () => {
    const [rep] = reps;
    if (!rep) throw new Error('a rep');
    const { registrationId } = await beginOwn(
      rep.context,
      typedDeal({ legalName: 'Once', domain: 'once-only.nl' }),
    );
    const sends = await Promise.allSettled(
      Array.from({ length: 4 }, () => submitOwn(rep.context, registrationId, 'en')),
    );
    expect(sends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const yes = { changed: null, opportunityId: null };
    const answers = await Promise.allSettled(
      Array.from({ length: 4 }, () => acceptRegistration(scene.ops.context, registrationId, yes)),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ type: 'conflict' });
    }
  });
});
