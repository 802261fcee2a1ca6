import { workedExample } from '#core/blueprint/worked-example.ts';
import type { PartnerId } from '#core/ids.ts';
import { writeTransaction } from '#server/database/transaction.ts';
import { createPartner } from '#server/partner/change-partner.ts';
import { proposePage } from '#server/program/propose-page.ts';
import { saveDraft } from '#server/program/save-draft.ts';
import { acceptRegistration } from '#server/registration/decide.ts';
import { replaceDirectOnly } from '#server/registration/direct-only.ts';
import { beginFor } from '#server/registration/drafts.ts';
import { readForDesk } from '#server/registration/show-desk.ts';
import { submitFor } from '#server/registration/submit.ts';
import type { TestPerson } from '#test/harness/app.ts';
import { importText } from '#test/harness/importing.ts';
import { typedDeal } from '#test/harness/registration-scene.ts';
import { sign } from '#test/harness/sign.ts';
import type { Ids } from './world.ts';

/**
 * A signed registration page, a list of accounts sold to directly, a registration of the partner that waits, and a
 * conflict with a rival's. Numbers begin elsewhere in every world, so that the number of another world's thing is
 * nobody's here.
 */
export async function makeRegistrations(chief: TestPerson, mark: string, partnerId: string): Promise<Ids> {
  const { context } = chief;
  const org = context.organization.orgId;
  const from = [...mark].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7) + 100;
  await writeTransaction(context.ports.pool, { org }, async (tx) => {
    for (const word of ['registration', 'conflict']) {
      await tx.query('insert into tandem.number_series (org_id, word, last_number) values ($1, $2, $3)', [
        org,
        word,
        from,
      ]);
    }
  });
  const body = { ...workedExample.registration, products: [{ product: `${mark} suite` }] };
  const draft = { body, confirmed: [], revision: 0 };
  const { revision } = await saveDraft(context, 'registration', draft);
  await proposePage(context, 'registration', { revision, inForceFrom: null });
  for (const seat of ['cro', 'head_of_partnerships']) {
    await sign(chief, 'registration', 1, seat);
  }
  await replaceDirectOnly(context, `name,domain,country\n${mark} direct,${mark}-direct.nl,NL\n`);
  const rival = await createPartner(context, {
    ...{ name: `${mark} rival`, domain: null, country: null, archetype: 'si' },
    ...{ signedOn: '2026-01-05', managerId: null },
  });
  const send = async (partner: string, legalName: string, domain = `${mark}-customer.nl`) => {
    const rep = { name: `${mark} rep`, email: `${mark}-rep@example.org` };
    const typed = { ...typedDeal({ legalName, domain }), products: [`${mark} suite`] };
    const { registrationId } = await beginFor(context, partner, rep, { ...typed, useCase: `${mark} use` });
    return submitFor(context, registrationId);
  };
  const own = await send(partnerId as PartnerId, `${mark} customer`);
  const second = await send(rival.partnerId, `${mark} customer again`);
  const third = await send(rival.partnerId, `${mark} protected`, `${mark}-protected.nl`);
  await acceptRegistration(context, third.registrationId, { changed: null, opportunityId: null });
  await writeTransaction(context.ports.pool, { org }, (tx) =>
    tx.query(
      `insert into tandem.registration_duty (org_id, registration_id, kind, on_day, done_at)
       values ($1, $2, 'remind', '2026-07-01', now())`,
      [org, own.registrationId],
    ),
  );
  await importText(
    context,
    `Partner,Customer,Domain,Submitted,Decided,State\n${mark} rival,${mark} past,${mark}-past.nl,2026-06-01,2026-06-02,accepted\n`,
    {
      ...{ kind: 'registrations', source: `${mark} list`, dateOrder: 'ymd' },
      columns: {
        ...{ partner: 'Partner', account: 'Customer', accountDomain: 'Domain' },
        ...{ submittedOn: 'Submitted', decidedOn: 'Decided', state: 'State' },
      },
    },
  );
  const { conflict } = await readForDesk(context, second.number);
  return {
    registrationId: own.registrationId,
    number: String(own.number),
    conflict: String(conflict?.number ?? 0),
    suite: `${mark} suite`,
  };
}
