import { describe, expect, it } from 'vitest';
import { defaultCrmNames } from '#core/attribution/crm-fields.ts';
import { readTransaction } from '#server/database/transaction.ts';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader, dealMapping } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import { type RegistrationScene, registrationScene, typedDeal } from '#test/harness/registration-scene.ts';
import { findDeal } from '../attribution/find-deal.ts';
import { setCrmMap } from '../crm/field-map.ts';
import { withdrawImport } from '../import/withdraw-import.ts';
import { acceptRegistration } from './decide.ts';
import { beginFor } from './drafts.ts';
import { readForDesk } from './show-desk.ts';
import { submitFor } from './submit.ts';

const server = await testApp(await testDatabase());
const day = (on: string) => Date.parse(`${on}T10:00:00Z`);
const mapping = { ...dealMapping, columns: { ...dealMapping.columns, registration: 'Tandem Registration' } };
const header = `${dealHeader},Tandem Registration`;
const row = (id: string, registration: string, stage = 'Prospecting') =>
  `${id},Acme from the CRM,Acme,${stage},40000,2026-07-18,,,,${registration}`;

async function accepted(scene: RegistrationScene, domain = 'acme-linked.nl') {
  const ops = scene.at(scene.ops, day('2026-07-15'));
  const { partnerId } = scene.partners[0] as { partnerId: string };
  const rep = { name: 'Ada', email: 'ada@example.org' };
  const typed = typedDeal({ legalName: `Acme ${domain}`, domain });
  const begun = await beginFor(ops, partnerId, rep, typed);
  const { number } = await submitFor(ops, begun.registrationId);
  await acceptRegistration(scene.at(scene.ops, day('2026-07-16')), begun.registrationId, {
    changed: null,
    opportunityId: null,
  });
  return number;
}

const notesOf = (draft: Awaited<ReturnType<typeof importText>>) =>
  (draft.result?.notes ?? []).filter(({ code }) => code === 'registration-not-linked');

describe('a deal of the CRM that names its registration', () => {
  it('is linked by the import, once, and the import undone gives the registration its own deal back', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const number = await accepted(scene);
    const ops = (on: string) => scene.at(scene.ops, day(on));
    const own = (await readForDesk(ops('2026-07-17'), number)).deal?.opportunityId;
    const done = await importText(ops('2026-07-20'), `${header}\n${row('D1', `R-${number}`)}\n`, mapping);
    expect(done.result?.counts).toMatchObject({ create: 1, reject: 0 });
    expect(notesOf(done)).toEqual([]);
    const deal = await findDeal(ops('2026-07-21'), 'D1');
    const linked = await readForDesk(ops('2026-07-21'), number);
    expect(linked.deal).toMatchObject({ opportunityId: deal?.opportunityId, isOwn: false });
    const again = await importText(ops('2026-07-21'), `${header}\n${row('D1', `r${number}`)}\n`, mapping);
    expect(notesOf(again)).toEqual([]);

    await withdrawImport(ops('2026-07-22'), again.importId ?? '');
    expect((await readForDesk(ops('2026-07-22'), number)).deal?.isOwn).toBe(false);
    await withdrawImport(ops('2026-07-22'), done.importId ?? '');
    expect((await readForDesk(ops('2026-07-22'), number)).deal).toMatchObject({
      opportunityId: own,
      isOwn: true,
    });
    const org = scene.organization.context.organization.orgId;
    const standing = await readTransaction(server.services.ports.pool, { org }, (tx) =>
      tx.query('select opportunity_id from tandem.opportunity where org_id = $1 and not is_withdrawn', [org]),
    );
    expect(standing).toEqual([{ opportunity_id: own }]);

    await importText(ops('2026-07-23'), `${header}\n${row('D1', `R-${number}`)}\n`, mapping);
    expect((await readForDesk(ops('2026-07-23'), number)).deal?.isOwn).toBe(false);
  });

  it('is linked later, when somebody fills in the field of a deal that was there before', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const number = await accepted(scene);
    const ops = (on: string) => scene.at(scene.ops, day(on));
    await importText(ops('2026-07-20'), `${header}\n${row('D1', '')}\n`, mapping);
    expect((await readForDesk(ops('2026-07-20'), number)).deal?.isOwn).toBe(true);
    const done = await importText(ops('2026-07-21'), `${header}\n${row('D1', `R-${number}`)}\n`, mapping);
    expect(done.result?.counts).toMatchObject({ update: 1 });
    expect((await readForDesk(ops('2026-07-21'), number)).deal?.isOwn).toBe(false);
  });

  it('says by row what cannot be linked, and takes the deals in all the same', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const number = await accepted(scene);
    const ops = scene.at(scene.ops, day('2026-07-20'));
    const rows = [row('D1', `R-${number}`), row('D2', `R-${number}`), row('D3', 'R-999'), row('D4', 'soon')];
    const done = await importText(ops, `${[header, ...rows].join('\n')}\n`, mapping);
    expect(done.result?.counts).toMatchObject({ create: 4, reject: 0 });
    const found = notesOf(done).flatMap(({ examples }) => examples);
    expect(found.map((one) => one.row).sort()).toEqual([3, 4, 5]);
    const other = await accepted(scene, 'other-linked.nl');
    const twice = await importText(
      scene.at(scene.ops, day('2026-07-21')),
      `${header}\n${row('D1', `R-${other}`)}\n`,
      mapping,
    );
    expect(notesOf(twice)).toMatchObject([{ expected: `R-${number}, on which this deal stands` }]);
  });
});

describe('a field that carries the credit under a name of the company', () => {
  it('is refused as the partner of an import', async () => {
    const scene = await registrationScene(server, { partners: 1 });
    const ops = scene.at(scene.ops, day('2026-07-20'));
    const names = { ...defaultCrmNames.salesforce, partner: 'Sourcing_Partner__c' };
    await setCrmMap(ops, { system: 'salesforce', source: 'Test CRM', names });
    const columns = { ...dealMapping.columns, partner: 'Sourcing_Partner__c' };
    const text = `${dealHeader.replace('Partner', 'Sourcing_Partner__c')}\nD1,One,Acme,Qualified,1,2026-07-18,,Nimbus,\n`;
    await expect(importText(ops, text, { ...dealMapping, columns })).rejects.toMatchObject({
      type: 'invalid-input',
      message: expect.stringContaining('which Tandem writes'),
    });
  });
});
