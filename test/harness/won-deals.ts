import { workedExample } from '#core/blueprint/worked-example.ts';
import type { Context } from '#server/access/context.ts';
import { findDeal } from '#server/attribution/find-deal.ts';
import { recordIntroduction } from '#server/attribution/touch/record-introduction.ts';
import { writeTransaction } from '#server/database/transaction.ts';
import { addPartnerPerson, createPartner } from '#server/partner/change-partner.ts';
import type { TestPerson, testApp } from './app.ts';
import { proposeAttribution } from './attribution-page.ts';
import type { TestDatabase } from './database.ts';
import { dealHeader } from './deal-table.ts';
import { importText } from './importing.ts';

type Server = Awaited<ReturnType<typeof testApp>>;

const day = (date: string) => Date.parse(`${date}T12:00:00+02:00`);

/** A partner with a commission of its archetype, and deals of 1,000.00 that it sourced and that were won in June. */
export async function wonDeals(
  server: Server,
  database: TestDatabase,
  { isSignedLate = false, deals = 1, partner = 'Northgate' } = {},
) {
  const organization = await server.organization();
  const roles = ['cro', 'cfo', 'head_of_partnerships', 'partner_ops', 'administrator'] as const;
  const chief = await organization.person([...roles]);
  const at = (date: string): Context => ({ ...chief.context, now: day(date) });
  if (!isSignedLate) await signPay(server, database, chief, at('2026-05-01'));
  const { partnerId } = await createPartner(at('2026-05-01'), {
    ...{ name: partner, domain: null, country: null },
    ...{ archetype: 'si' as const, signedOn: '2026-01-05', managerId: null },
  });
  const person = { name: 'Rachel Stone', email: null };
  const { partnerPersonId } = await addPartnerPerson(at('2026-05-01'), partnerId, person);
  const numbers = Array.from({ length: deals }, (_, index) => index + 1);
  const bring = (date: string, stage: string, closed: string) =>
    importText(
      at(date),
      `${dealHeader}\n${numbers.map((n) => `D${n},New,Acme,${stage},1000,2026-06-01,${closed},,`).join('\n')}\n`,
    );
  await bring('2026-06-02', 'Qualified', '');
  const opportunityIds: string[] = [];
  for (const n of numbers) {
    const opportunityId = (await findDeal(at('2026-06-02'), `D${n}`))?.opportunityId ?? '';
    opportunityIds.push(opportunityId);
    await recordIntroduction(at('2026-06-03'), {
      ...{ partnerId, partnerPersonId, accountId: null, opportunityId, product: null },
      ...{ occurredAt: day('2026-05-25'), evidence: ['https://mail.example/1'], note: null },
    });
  }
  await bring('2026-06-20', 'Closed Won', '2026-06-18');
  const share = workedExample.archetypes.archetypes.si.commission ?? 0;
  const paid = Math.round(100_000 * share);
  return { organization, chief, at, partnerId, opportunityIds, opportunityId: opportunityIds[0] ?? '', paid };
}

/** The attribution page and the archetypes page, signed by one person for every seat. */
export async function signPay(
  server: Server,
  database: TestDatabase,
  chief: TestPerson,
  context: Context,
): Promise<void> {
  server.clock.set(context.now);
  // Proposing it asks for a whole program; here its rates alone are of interest.
  const org = context.organization.orgId;
  await writeTransaction(database.pool, { org }, (tx) =>
    tx.query(
      `insert into tandem.policy (org_id, word, version, body, in_force_from, created_at, created_by)
       values ($1, 'archetypes', 1, $2, '2026-05-01', '2026-05-01', 'a test')`,
      [org, JSON.stringify(workedExample.archetypes)],
    ),
  );
  const slug = context.organization.slug;
  const version = await proposeAttribution(chief, slug);
  for (const page of [`attribution/${version}`, 'archetypes/1']) {
    for (const seat of ['cro', 'cfo', 'head_of_partnerships', 'ceo']) {
      await chief.call('POST', `/o/${slug}/policies/${page}/signatures`, { body: { seat } });
    }
  }
}
