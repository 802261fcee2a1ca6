import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { paths } from '#web/paths.ts';
import { openCompany } from './company.ts';
import { keyboardOf } from './keyboard.ts';
import { faultsOf } from './look.ts';

const { open, read, send, product } = await openCompany({
  TANDEM_MAIL_DOMAIN: 'in.northwind.example',
  TANDEM_MAIL_IN: '127.0.0.1:0',
});

type Claims = { claims: { id: string; kind: string; person: string | null; deal: { id: string } | null }[] };
type Suggested = { items: { key: string; deal: { id: string } }[] };
type Deals = { items: { opportunityId: string; number: number; createdOn: string }[] };
type Partners = { items: { partnerId: string; name: string }[] };
type Partner = { people: { partnerPersonId: string; name: string }[] };
type Credit = {
  evidence: {
    id: string;
    way: string;
    outcome: string | null;
    confirmed: boolean;
    refused: unknown;
    withdrawn: boolean;
  }[];
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

  it('holds a mail to the deal’s own address: read beside the deal, reworded, confirmed', async () => {
    const { items: deals } = await read<Deals>('/o/demo/opportunities?outcome=open&sort=-created&limit=2');
    const { items: partners } = await read<Partners>('/o/demo/partners?signed=true&limit=1');
    const [number, deal] = [String(deals[1]?.number), deals[1]?.opportunityId ?? ''];
    await send('POST', `/o/demo/partners/${partners[0]?.partnerId}/people`, {
      name: 'Ada Byron',
      email: 'ada@partner.example',
    });
    const { page, end } = await open(paths.opportunity('demo', number));
    const mails = page.getByRole('region', { name: 'Mail to this deal' });
    const address = await mails.getByText('@in.northwind.example').innerText();
    const [host, port] = product.mailIn.split(':');
    await createTransport({ host, port: Number(port), ignoreTLS: true }).sendMail({
      from: 'Ada Byron <ada@partner.example>',
      to: 'Kim Jansen <kim@northwind.example>',
      cc: address,
      subject: 'Architecture workshop',
      text: 'Hi Kim,\n\nthe buyer chose our design.\n\nBest regards\nAda',
      html: '<p>Hi Kim,</p><p>the buyer chose our design.</p><script>document.title = "taken over"</script>',
      attachments: [{ filename: 'design.pdf', content: 'a drawing' }],
    });
    await page.reload();
    const suggested = page.getByRole('article').filter({ hasText: 'by Ada Byron' });
    await suggested.getByText('the buyer chose our design.').waitFor();
    await suggested.getByText('not verified').waitFor();
    expect(await faultsOf(page, 'deal-mail')).toEqual([]);

    await suggested.getByRole('link', { name: 'Mail' }).click();
    const panel = page.getByRole('dialog', { name: 'Architecture workshop' });
    await panel.getByText('Ada Byron <ada@partner.example>').waitFor();
    await panel.getByText('design.pdf').waitFor();
    expect(new URL(page.url()).searchParams.get('mail')).not.toBeNull();
    expect(await faultsOf(page, 'deal-mail-open')).toEqual([]);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });

    await suggested.getByRole('button', { name: 'Reword' }).click();
    await suggested.getByLabel('What came of it').fill('The buyer chose our design over two others');
    await suggested.getByRole('button', { name: 'Confirm' }).click();
    await mails.getByText('Confirmed as an act of Ada Byron').waitFor();
    const [touch] = (await evidenceOf(deal)).filter(({ way }) => way === 'suggestion');
    expect(touch).toMatchObject({ confirmed: true, outcome: 'The buyer chose our design over two others' });
    await end();
  });
});
