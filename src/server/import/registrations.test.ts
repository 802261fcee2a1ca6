import { describe, expect, it } from 'vitest';
import type { PartnerId } from '#core/ids.ts';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { dealHeader } from '#test/harness/deal-table.ts';
import { importText } from '#test/harness/importing.ts';
import { registrationScene, typedDeal } from '#test/harness/registration-scene.ts';
import { explain } from '../attribution/explain.ts';
import { readTransaction } from '../database/transaction.ts';
import { workClocks } from '../registration/clocks.ts';
import { acceptRegistration } from '../registration/decide.ts';
import { beginFor } from '../registration/drafts.ts';
import { listRegistrations, readForDesk } from '../registration/show-desk.ts';
import { listOwn, readOwn } from '../registration/show-own.ts';
import { submitFor } from '../registration/submit.ts';
import { listImports } from './list-imports.ts';
import { withdrawImport } from './withdraw-import.ts';

const database = await testDatabase();
const server = await testApp(database);

const names = {
  registrationId: 'Reference',
  partner: 'Partner',
  account: 'Customer',
  accountDomain: 'Domain',
  country: 'Country',
  product: 'Product',
  amount: 'Value',
  currency: 'Currency',
  expectedCloseOn: 'Expected close',
  submittedOn: 'Submitted',
  decidedOn: 'Decided',
  state: 'State',
  reason: 'Reason',
  protectedUntil: 'Protected until',
  closedOn: 'Closed',
  person: 'Rep',
  personEmail: 'Rep email',
  opportunityId: 'Deal',
} as const;
const columns = Object.values(names);
const mapping = { kind: 'registrations', source: 'Old list', dateOrder: 'ymd', columns: names } as const;

type Cells = Readonly<Record<string, string>>;
const good: Cells = {
  Reference: 'DR-1',
  Partner: 'Partner 1',
  Customer: 'Acme Industries B.V.',
  Domain: 'acme-industries.nl',
  Country: 'NL',
  Product: 'Planner',
  Value: '40000',
  Currency: 'EUR',
  'Expected close': '2026-12-15',
  Submitted: '2026-06-01',
  Decided: '2026-06-02',
  State: 'accepted',
  'Protected until': '2026-07-20',
  Rep: 'Rachel Stone',
  'Rep email': 'rachel@partner-1.example',
};

function file(...changes: Cells[]): string {
  const rows = changes.map((change) =>
    columns.map((name) => `"${(change[name] ?? good[name] ?? '').replaceAll('"', '""')}"`).join(','),
  );
  return `${[columns.join(','), ...rows].join('\n')}\n`;
}

async function scene() {
  const set = await registrationScene(server, {
    page: { products: [{ product: 'Planner' }, { product: 'Router' }] },
  });
  const { context } = await set.organization.person(['partner_ops', 'head_of_partnerships', 'cro']);
  const bring = (...changes: Cells[]) => importText(context, file(...changes), mapping, true);
  const org = context.organization.orgId;
  const count = async (table: string): Promise<number> => {
    const [row] = await readTransaction(database.pool, { org }, (tx) =>
      tx.query<{ count: number }>(`select count(*)::int as count from tandem.${table} where org_id = $1`, [
        org,
      ]),
    );
    return row?.count ?? 0;
  };
  const protectedNow = async () =>
    (await listRegistrations(context, { group: 'protected', partnerId: null, cursor: null, limit: 50 }))
      .items;
  const tomorrow = { ...context, now: context.now + 86_400_000 };
  return { ...set, context, tomorrow, bring, count, protectedNow };
}

const counted = (draft: Awaited<ReturnType<typeof importText>>) => {
  const { create, unchanged, skip, reject } = draft.result?.counts ?? {};
  return { create, unchanged, skip, reject };
};

describe('imported registrations', () => {
  it('protect what they protected, on a deal of their own, and say on their timeline by which import they came', async () => {
    const set = await scene();
    const before = { notice: await set.count('notice'), delivery: await set.count('delivery') };
    expect(counted(await set.bring({}))).toEqual({ create: 1, unchanged: 0, skip: 0, reject: 0 });
    const [item] = await set.protectedNow();
    expect(item).toMatchObject({
      customer: 'Acme Industries B.V.',
      state: 'accepted',
      protectedUntil: '2026-07-21',
    });
    const shown = await readForDesk(set.context, item?.number ?? 0);
    expect(shown).toMatchObject({
      rep: 'Rachel Stone',
      protection: { isProtected: true, lastDay: '2026-07-20', isStalled: false },
      deal: { isOwn: true },
      timeline: [
        { type: 'submit', on: '2026-06-01', who: 'Rachel Stone' },
        { type: 'accept', on: '2026-06-02', who: 'Import 1' },
        { type: 'import', said: 'Import 1' },
      ],
    });
    // Neither the import nor the clock that finds its past days tells anybody at the partner.
    await workClocks(set.context);
    expect({ notice: await set.count('notice'), delivery: await set.count('delivery') }).toEqual(before);
    expect(await set.count('accrual')).toBe(0);
    const own = await listOwn(set.partners[0]?.rep.context ?? set.context, 'en');
    expect(own).toMatchObject([{ customer: 'Acme Industries B.V.', daysLeft: 6 }]);
    const told = await readOwn(set.partners[0]?.rep.context ?? set.context, item?.number ?? 0, 'en');
    expect(told.timeline.at(-1)?.words).toBe('We took it over from our earlier records.');
  });

  it('come in with every state that they have', async () => {
    const set = await scene();
    const draft = await set.bring(
      { Reference: '1', State: 'submitted', Decided: '', 'Protected until': '' },
      {
        Reference: '2',
        Domain: 'b.nl',
        State: 'rejected',
        Reason: 'Existing customer',
        'Protected until': '',
      },
      { Reference: '3', Domain: 'c.nl', State: 'expired', 'Protected until': '2026-07-01' },
      { Reference: '4', Domain: 'd.nl', State: 'withdrawn' },
      { Reference: '5', Domain: 'e.nl', State: 'won', Closed: '2026-07-01' },
      { Reference: '6', Domain: 'f.nl', State: 'lost' },
      { Reference: '7', Domain: 'g.nl', 'Protected until': '2026-06-30' },
      { Reference: '8', Domain: 'h.nl', 'Protected until': '' },
    );
    expect(draft.result?.rejects).toEqual([]);
    expect(draft.result?.notes.map(({ code }) => code).sort()).toEqual([
      'person-new',
      'protection-by-page',
      'protection-over',
    ]);
    const org = set.context.organization.orgId;
    const rows = await readTransaction(database.pool, { org }, (tx) =>
      tx.query<{ state: string; until: string | null }>(
        `select r.state, r.protected_until as until, r.due_on from tandem.registration r where org_id = $1 order by number`,
        [org],
      ),
    );
    expect(rows).toMatchObject([
      { state: 'submitted', due_on: '2026-06-03' },
      { state: 'rejected', due_on: null },
      { state: 'expired', until: '2026-07-02' },
      { state: 'withdrawn', until: '2026-06-02' },
      { state: 'won', until: '2026-07-01' },
      { state: 'lost' },
      { state: 'expired', until: '2026-07-01' },
      { state: 'accepted', until: '2026-09-30' },
    ]);
    expect(await set.count('registration_protection')).toBe(1);
  });

  it('stand on the deal of the CRM that they name, and credit is decided as for any other', async () => {
    const set = await scene();
    await importText(set.context, `${dealHeader}\nD1,New,Acme,Proposal,1000,2026-06-20,,,\n`);
    expect(counted(await set.bring({ Deal: 'D1', Partner: '#1' }))).toMatchObject({ create: 1, reject: 0 });
    const told = await explain(set.tomorrow, 'D1');
    expect(told.evidence).toMatchObject([
      { way: 'import', occurredOn: '2026-06-01', recordedOn: '2026-06-01' },
    ]);
    expect([told.credit, told.partner?.name]).toEqual(['sourced', 'Partner 1']);
    expect((await set.protectedNow())[0]).toMatchObject({ opportunityNumber: told.opportunity.number });
    expect(await set.count('accrual')).toBe(0);
  });

  it.each([
    ['partner-unknown', 'Partner', { Partner: 'Nobody' }],
    ['product-unknown', 'Product', { Product: 'Planer X' }],
    ['reason-unknown', 'Reason', { State: 'rejected', Reason: 'just so' }],
    ['opportunity-unknown', 'Deal', { Deal: 'D404' }],
    ['date-in-the-future', 'Decided', { Decided: '2026-07-16' }],
    ['expired-ahead', 'Protected until', { State: 'expired', 'Protected until': '2026-12-31' }],
    ['before-signing', 'Submitted', { Submitted: '2025-12-01' }],
    ['domain-unreadable', 'Domain', { Domain: 'not a domain' }],
    ['account-without-key', 'Domain', { Domain: 'gmail.com', Country: '' }],
    ['state-unknown', 'State', { State: 'perhaps' }],
  ])('are refused with a reason: %s', async (code, column, cells) => {
    const set = await scene();
    const draft = await set.bring(cells as Cells);
    expect(draft.result?.rejects).toMatchObject([{ row: 2, code, column }]);
    expect(counted(draft)).toMatchObject({ create: 0, reject: 1 });
    expect(await set.count('registration')).toBe(0);
  });

  it('keep the whole file out where one row is wrong', async () => {
    const set = await scene();
    await expect(
      importText(set.context, file({}, { Reference: 'DR-2', Partner: 'Nobody' }), mapping),
    ).rejects.toThrow('One row is rejected, so nothing was imported');
    expect(await set.count('registration')).toBe(0);
  });

  it('are known again: the same file changes nothing, another content under the same id is refused', async () => {
    const set = await scene();
    await set.bring({}, { Reference: '', Domain: 'b.nl' });
    const again = await set.bring({}, { Reference: '', Domain: 'b.nl' });
    expect(counted(again)).toEqual({ create: 0, unchanged: 2, skip: 0, reject: 0 });
    expect(again.importId).toBeNull();
    const grown = await set.bring(
      {},
      { Reference: '', Domain: 'b.nl' },
      { Reference: 'DR-3', Domain: 'c.nl' },
    );
    expect(counted(grown)).toMatchObject({ create: 1, unchanged: 2 });
    const other = await set.bring({ Value: '50000' });
    expect(other.result?.rejects).toMatchObject([
      { code: 'registration-there', found: expect.stringContaining('R-1 since import 1') },
    ]);
  });

  it('tell both rows where two would protect one account and product (DR-8), and leave both out', async () => {
    const set = await scene();
    const draft = await set.bring(
      {},
      { Reference: 'DR-2', Partner: 'Partner 2', Rep: '', 'Rep email': '' },
      { Reference: 'DR-3', Partner: 'Partner 2', Product: 'Router', Rep: '', 'Rep email': '' },
    );
    expect(counted(draft)).toMatchObject({ create: 1, reject: 2 });
    expect(draft.result?.rejects).toMatchObject([
      { row: 2, code: 'protected-twice', found: expect.stringContaining('row 3 (Partner 2)') },
      { row: 3, code: 'protected-twice', found: expect.stringContaining('row 2 (Partner 1)') },
    ]);
  });

  it('name the registration that protects the account already', async () => {
    const set = await scene();
    const typed = {
      ...typedDeal({ legalName: 'Acme', domain: 'acme-industries.nl' }),
      products: ['Planner'],
    };
    const rep = { name: 'Ann Lee', email: null };
    const { registrationId } = await beginFor(set.ops.context, set.partners[1]?.partnerId ?? '', rep, typed);
    const { number } = await submitFor(set.ops.context, registrationId);
    await acceptRegistration(set.ops.context, registrationId, { changed: null, opportunityId: null });
    const draft = await set.bring({ 'Protected until': '2026-12-31' });
    expect(draft.result?.rejects).toMatchObject([
      { row: 2, code: 'protected-twice', found: expect.stringContaining(`R-${number} (Partner 2)`) },
    ]);
  });

  it('are taken back with their import: nothing is protected, no deal and no credit is left, and the file may come again', async () => {
    const set = await scene();
    await importText(set.context, `${dealHeader}\nD1,New,Other,Proposal,1000,2026-06-20,,,\n`);
    await set.bring({}, { Reference: 'DR-2', Domain: 'b.nl', Deal: 'D1' });
    const [last] = (await listImports(set.context, { limit: 5 })).items;
    await withdrawImport(set.context, last?.importId ?? '');
    expect(await set.protectedNow()).toEqual([]);
    expect(await set.count('registration_protection')).toBe(0);
    expect((await explain(set.tomorrow, 'D1')).credit).toBe('none');
    const rep = set.partners[0]?.rep.context ?? set.context;
    expect(await listOwn(rep, 'en')).toEqual([]);
    await expect(readOwn(rep, 1, 'en')).rejects.toMatchObject({ type: 'not-found' });
    const org = set.context.organization.orgId;
    const deals = await readTransaction(database.pool, { org }, (tx) =>
      tx.query<{ record_id: string }>(
        'select record_id from tandem.opportunity where org_id = $1 and not is_withdrawn',
        [org],
      ),
    );
    expect(deals).toEqual([{ record_id: 'D1' }]);
    expect(counted(await set.bring({}, { Reference: 'DR-2', Domain: 'b.nl', Deal: 'D1' }))).toMatchObject({
      create: 2,
      reject: 0,
    });
  });

  it('are not taken back once somebody worked on one of them', async () => {
    const set = await scene();
    await set.bring({ State: 'submitted', Decided: '', 'Protected until': '' });
    const [one] = (
      await listRegistrations(set.context, { group: 'waiting', partnerId: null, cursor: null, limit: 5 })
    ).items;
    await acceptRegistration(set.ops.context, one?.registrationId ?? '', {
      changed: null,
      opportunityId: null,
    });
    const [last] = (await listImports(set.context, { limit: 5 })).items;
    await expect(withdrawImport(set.context, last?.importId ?? '')).rejects.toThrow(`R-${one?.number}`);
    expect(await set.protectedNow()).toHaveLength(1);
  });

  it('come before the program has a registration page, by the words of the method, if they are decided, and live without one', async () => {
    const organization = await server.organization();
    await importText(organization.context, 'Partner\nPartner 1\n', {
      ...{ kind: 'partners', source: 'Old list' },
      columns: { name: 'Partner' },
    });
    const draft = await importText(
      organization.context,
      file({ Product: 'Anything' }, { Reference: '2', Domain: 'b.nl', State: 'submitted', Decided: '' }),
      mapping,
      true,
    );
    expect(counted(draft)).toMatchObject({ create: 1, reject: 1 });
    expect(draft.result?.rejects).toMatchObject([{ row: 3, code: 'nobody-decides-yet' }]);
    // They live on without one: read on both faces, and over on their day.
    const org = organization.context.organization.orgId;
    const [row] = await readTransaction(database.pool, { org }, (tx) =>
      tx.query<{ partner_id: string }>('select partner_id from tandem.registration where org_id = $1', [org]),
    );
    const partnerId = row?.partner_id as PartnerId;
    const rep = await organization.person(['partner_rep'], { partnerId });
    expect(await listOwn(rep.context, 'en')).toMatchObject([{ customer: 'Acme Industries B.V.' }]);
    expect(await readForDesk(organization.context, 1)).toMatchObject({ number: 1, state: 'accepted' });
    const after = { ...organization.context, now: Date.parse('2026-07-21T12:00:00+02:00') };
    await workClocks(after);
    expect(await readForDesk(after, 1)).toMatchObject({ state: 'expired' });
    // Nothing new is taken in.
    const other = await organization.partner();
    const stranger = await organization.person(['partner_rep'], { partnerId: other });
    await expect(listOwn(stranger.context, 'en')).rejects.toThrow('is not signed');
  });
});
