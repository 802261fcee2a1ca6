import { describe, expect, it } from 'vitest';
import { paths } from '#web/paths.ts';
import { openCompany } from './company.ts';
import { keyboardOf } from './keyboard.ts';
import { faultsOf } from './look.ts';

const { open, read, send } = await openCompany();

type Claims = { claims: { id: string; kind: string; person: string | null; deal: { id: string } | null }[] };
type Suggested = { items: { key: string; deal: { id: string } }[] };
type Deals = { items: { opportunityId: string; number: number; createdOn: string }[] };
type Partners = { items: { partnerId: string; name: string }[] };
type Partner = { people: { partnerPersonId: string; name: string }[] };
type Credit = {
  evidence: { id: string; way: string; confirmed: boolean; refused: unknown; withdrawn: boolean }[];
};

const claims = async () => (await read<Claims>('/o/demo/claims')).claims;
const evidenceOf = async (deal: string) =>
  (await read<Credit>(`/o/demo/opportunities/${deal}/credit`)).evidence;

describe('what waits for an answer', () => {
  it('is answered by one key each: yes confirms and the next has the focus, no asks why', async () => {
    const before = await claims();
    const [first, second] = before;
    const { page, end } = await open(paths.credit('demo'));
    const { key, type, press } = keyboardOf(page);
    await page.getByRole('button', { name: 'Confirm' }).first().waitFor();
    expect(await faultsOf(page, 'waiting')).toEqual([]);

    await key('j');
    await key('y');
    await page.getByText('Confirmed in your name. The credit is decided again.').waitFor();
    await expect.poll(async () => (await claims()).map(({ id }) => id)).not.toContain(first?.id);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    await expect.poll(focused).toContain(second?.person);

    await key('n');
    const dialog = page.getByRole('dialog', { name: 'Refuse this claim?' });
    await dialog.waitFor();
    expect(await faultsOf(page, 'waiting-refuse')).toEqual([]);
    await type('Nobody of ours was there');
    await press('Refuse it');
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(async () => (await claims()).map(({ id }) => id)).not.toContain(second?.id);
    expect(await claims()).toHaveLength(before.length - 2);

    const [confirmed] = (await evidenceOf(first?.deal?.id ?? '')).filter(({ id }) => id === first?.id);
    expect(confirmed).toMatchObject({ confirmed: true });
    const [refused] = (await evidenceOf(second?.deal?.id ?? '')).filter(({ id }) => id === second?.id);
    expect(refused?.refused).not.toBeNull();
    await end();
  });

  it('holds what the CRM tells: confirmed with one click, and taken back', async () => {
    const { items: deals } = await read<Deals>('/o/demo/opportunities?outcome=open&sort=-created&limit=1');
    const { items: partners } = await read<Partners>('/o/demo/partners?signed=true&limit=1');
    const [deal, partner] = [deals[0], partners[0]];
    const { people } = await read<Partner>(`/o/demo/partners/${partner?.partnerId}`);
    await send('POST', '/o/demo/signals', {
      opportunityId: deal?.opportunityId,
      eventKey: 'an event of the CRM',
      partnerId: partner?.partnerId,
      partnerPersonId: people[0]?.partnerPersonId,
      subject: 'Architecture workshop',
      summary: 'The buyer chose our design',
      evidence: ['crm:Event 4711'],
      occurredAt: Date.now() - 3_600_000,
    });
    const { page, end } = await open(paths.credit('demo', { whose: 'all' }));
    const item = page.getByRole('article').filter({ hasText: 'The buyer chose our design' });
    await item.getByRole('button', { name: 'Confirm' }).click();
    const undo = page.getByRole('button', { name: 'Undo' });
    await undo.waitFor();
    await item.waitFor({ state: 'detached' });
    const kept = async () =>
      (await evidenceOf(deal?.opportunityId ?? '')).find(({ way }) => way === 'suggestion');
    expect(await kept()).toMatchObject({ confirmed: true, withdrawn: false });
    await undo.click();
    await page.getByText('The touch is withdrawn.').waitFor();
    expect(await kept()).toMatchObject({ withdrawn: true });
    const left = await read<Suggested>(`/o/demo/opportunities/${deal?.opportunityId}/suggestions`);
    expect(left.items.map(({ key }) => key)).not.toContain('signal');
    await end();
  });
});
