import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readMailFolder } from '#server/mail/folder.ts';
import { paths } from '#web/paths.ts';
import { openCompany } from './company.ts';
import { faultsOf, openPage, type SignedIn } from './look.ts';

const { product, browser, send, read } = await openCompany();
const org = 'default';
const dayMs = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * dayMs).toISOString().slice(0, 10);

/** The token of the newest letter to an address, waited for. */
async function mailedToken(email: string): Promise<string> {
  for (let attempt = 0; attempt < 80; attempt++) {
    for (const letter of await readMailFolder(join(product.dataDir, 'mail'), 20)) {
      const text = JSON.stringify(letter);
      const token = /#token=([\w%-]+)/.exec(text)?.[1];
      if (token !== undefined && text.includes(email)) return decodeURIComponent(token);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`no letter to ${email} in 20 seconds`);
}

/** Invites somebody and accepts for them; returns how they are signed in. */
async function person(
  name: string,
  roles: readonly string[],
  partnerId: string | null = null,
): Promise<SignedIn> {
  const email = `${name.toLowerCase().replace(' ', '.')}@example.org`;
  await send('POST', `/o/${org}/invitations`, { email, roles, partnerId, accessEndsOn: null });
  const token = await mailedToken(email);
  const context = await browser.newContext();
  const answer = await context.request.post(`${product.address}/api/v1/o/${org}/invitation/accept`, {
    data: { token, name, password: `${name} walks in green lamps` },
  });
  if (!answer.ok()) throw new Error(`${name}: ${answer.status()} ${await answer.text()}`);
  return context.storageState();
}

async function as(who: SignedIn, path: string): Promise<{ page: Page; end: () => Promise<void> }> {
  const { page, complaints } = await openPage(browser, 1440, 'light', who);
  await page.goto(product.address + path);
  return {
    page,
    end: async () => {
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  };
}

/** A deal that the partner introduced in time, and that was written down after the lock. */
async function lateDeal(): Promise<{ partnerId: string; opportunityId: string }> {
  const file = join(product.dataDir, 'deals.csv');
  writeFileSync(
    file,
    `Id,Name,Account,Stage,Amount,Created\nD1,Harbour rollout,Acme,Qualified,1000,${daysAgo(40)}\n`,
  );
  const mapping = join(product.dataDir, 'mapping.json');
  writeFileSync(
    mapping,
    JSON.stringify({
      kind: 'opportunities',
      source: 'CRM',
      timeZone: 'Europe/Amsterdam',
      dateOrder: 'ymd',
      currency: 'EUR',
      columns: {
        opportunityId: 'Id',
        name: 'Name',
        account: 'Account',
        stage: 'Stage',
        amount: 'Amount',
        createdAt: 'Created',
      },
      stages: { Qualified: { order: 2, entry: true } },
    }),
  );
  const imported = await product.cli(['import', file, '--mapping', mapping, '--org', org]);
  if (imported.code !== 0) throw new Error(imported.err + imported.out);
  const { partnerId } = await send<{ partnerId: string }>('POST', `/o/${org}/partners`, {
    ...{ name: 'Northgate', archetype: 'si', country: 'NL', managerId: null },
  });
  const { partnerPersonId } = await send<{ partnerPersonId: string }>(
    'POST',
    `/o/${org}/partners/${partnerId}/people`,
    { name: 'Rachel Stone', email: null },
  );
  const deal = await read<{ opportunityId: string }>(`/o/${org}/opportunities/D1`);
  await send('POST', `/o/${org}/introductions`, {
    ...{ partnerId, partnerPersonId, opportunityId: deal.opportunityId },
    ...{ occurredAt: Date.now() - 45 * dayMs, evidence: ['https://mail.example.org/thread/1'] },
  });
  return { partnerId, opportunityId: deal.opportunityId };
}

describe('a dispute, seen by everybody who has a part in it', { retry: 0, timeout: 180_000 }, () => {
  it('goes from the partner’s claim through the panel to the last word of the CRO', async () => {
    const { partnerId, opportunityId } = await lateDeal();
    const rep = await person('Rachel Stone', ['partner_rep'], partnerId);
    const manager = await person('Marc Ode', ['partner_manager']);
    const head = await person('Hanna Bo', ['head_of_partnerships']);
    const ops = await person('Oli Prins', ['partner_ops']);
    const cro = await person('Cora Rhee', ['cro']);

    // The partner's rep reads why its deal is not credited, and what would have changed it.
    const own = await as(rep, paths.portal(org));
    await own.page.getByRole('link', { name: /Harbour rollout/ }).click();
    await own.page.getByText('No partner is credited.').waitFor();
    await own.page
      .getByText(/earlier/)
      .first()
      .waitFor();
    expect(await faultsOf(own.page, 'portal-deal')).toEqual([]);
    await own.page.getByRole('button', { name: 'Dispute the credit' }).click();
    const dialog = own.page.getByRole('dialog', { name: 'Dispute the credit' });
    await dialog.getByLabel('Why').fill('We told you by phone on the day of the meeting');
    expect(await faultsOf(own.page, 'portal-dispute-dialog')).toEqual([]);
    await dialog.getByRole('button', { name: 'Open the case' }).click();
    await own.page.getByText('The case is open.').first().waitFor();
    await own.page.goto(product.address + paths.portalDisputes(org));
    await own.page.getByRole('link', { name: /Harbour rollout/ }).click();
    await own.page.getByText('Waits for an answer').waitFor();
    const casePath = new URL(own.page.url()).pathname;
    const number = casePath.split('/').at(-1) ?? '';

    // The partner manager answers; a party to it, they find no form to rule.
    const desk = await as(manager, paths.disputes(org));
    await desk.page.getByRole('link', { name: /Harbour rollout/ }).click();
    await desk.page.getByLabel('What both sides will read').fill('There is no note of a call in that week');
    await desk.page.getByRole('button', { name: 'Answer', exact: true }).click();
    await desk.page.getByText('Waits for a ruling').waitFor();
    await desk.page.getByText('There is no note of a call in that week').waitFor();
    expect(await desk.page.getByLabel('The question').count()).toBe(0);
    await desk.end();

    // The Head of Partnerships proposes, RevOps signs: the ruling stands.
    const panel = await as(head, paths.dispute(org, number));
    await panel.page.getByLabel('The question').fill('Does a call count as a record?');
    await panel.page
      .getByLabel('The reason')
      .fill('A call leaves no record that Finance could check a year later.');
    expect(await faultsOf(panel.page, 'dispute-ruling')).toEqual([]);
    await panel.page.getByRole('button', { name: 'Propose and sign' }).click();
    await panel.page
      .getByText(/waits for/)
      .first()
      .waitFor();
    await panel.end();
    const second = await as(ops, paths.dispute(org, number));
    await second.page.getByRole('button', { name: 'Sign this ruling' }).click();
    await second.page.getByText('Ruled; an appeal is possible').waitFor();
    await second.end();

    // The partner appeals, and the CRO decides finally.
    await own.page.reload();
    await own.page.getByText('A call leaves no record').waitFor();
    await own.page.getByLabel('What both sides will read').fill('The calendar of your own AE shows the call');
    await own.page.getByRole('button', { name: 'Appeal to the CRO' }).click();
    await own.page.getByText('Waits for the CRO').waitFor();
    const last = await as(cro, paths.dispute(org, number));
    await last.page.getByLabel('The question').fill('Is a calendar entry a record?');
    await last.page.getByRole('textbox', { name: 'The credit' }).click();
    await last.page.getByRole('option', { name: 'Influenced' }).click();
    await last.page.getByRole('textbox', { name: 'Partner' }).click();
    await last.page.getByRole('option', { name: 'Northgate' }).click();
    await last.page
      .getByLabel('The reason')
      .fill('The entry shows that the partner took part, though not that it brought the deal.');
    await last.page.getByRole('button', { name: 'Decide finally' }).click();
    await last.page.getByText('Closed', { exact: true }).first().waitFor();
    await last.end();

    await own.page.goto(product.address + paths.portalDeal(org, opportunityId));
    await own.page.getByText('Influenced by Northgate.', { exact: false }).waitFor();
    await own.end();
    const told = await read<{ credit: string; disputed: boolean; history: { class: string }[] }>(
      `/o/${org}/opportunities/D1/credit`,
    );
    expect(told).toMatchObject({ credit: 'influenced', disputed: false });
  });
});
