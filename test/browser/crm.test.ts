import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '#test/harness/temporary-folder.ts';
import { paths } from '#web/paths.ts';
import { openCompany } from './company.ts';
import { faultsOf } from './look.ts';

const { product, open } = await openCompany();
const folder = temporaryFolder();

const ids = ['0065e00000AbC01AAF', '0065e00000AbC02AAF', '0065e00000AbC03AAF'];
const deals = ['Fleet portal', 'Claims desk', 'Plant rollout'];

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** Three deals of Salesforce, each with an act of a partner that earns it a credit. */
async function bringDeals(): Promise<void> {
  const columns =
    'Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Created Date,Close Date,Opportunity Owner';
  const rows = deals.map(
    (deal, at) => `${ids[at]},${deal},Acme ${at},Qualification,48000,2026-02-03,2026-09-05,Iris Lang`,
  );
  const head =
    'Deal ID,Partner,Partner person,Our person,Role,Action,Date,Logged at,Stage then,Outcome,Evidence,Confirmed by';
  const act =
    'Nordsee IT,Jana Voss <jana@nordsee.example>,Dana Reyes,Technical validator,Architecture,2026-02-20,2026-02-22,Qualification,Design accepted,https://mail.example/1,Dana Reyes';
  const partners = file('partners.csv', ['Partner ID,Partner Name,Archetype', 'P1,Nordsee IT,si']);
  for (const args of [
    [file('deals.csv', [columns, ...rows]), partners],
    [file('acts.csv', [head, ...ids.map((id) => `${id},${act}`)]), '--kind', 'touches'],
  ])
    expect(await product.cli(['import', ...args, '--org', 'default'])).toMatchObject({ code: 0 });
}

/** The file of values as the CRM would export it again, with one value changed and one row lost. */
function exportedAgain(): string {
  const lines = readFileSync(join(folder, 'out', 'salesforce-opportunities.csv'), 'utf8')
    .trimEnd()
    .split('\r\n');
  const [head = '', first = '', , ...rest] = lines;
  const own = (line: string) => `${line},"Proposal","1000","2026-03-01"`;
  const changed = first.replace(/,"(Sourced|Co-sold|Influenced|Assisted|None)",/, ',"Reseller",');
  const path = join(folder, 'opportunities.csv');
  writeFileSync(
    path,
    [`${head},"StageName","Amount","CreatedDate"`, own(changed), ...rest.map(own)].join('\n'),
  );
  return path;
}

it('lets partner ops name the fields, take the files, and see what arrived in the CRM', async () => {
  const empty = await open(paths.crmFields('default'));
  await empty.page.getByText('No deal of the source “Salesforce” has a verdict yet.').waitFor();
  await empty.end();
  await bringDeals();
  const { page, end } = await open(paths.crmFields('default'));
  const partner = page.getByLabel('Tandem Partner');
  await partner.fill('1 partner');
  await page.getByText('Write it as in Tandem_Partner__c.').or(page.getByText('End it with __c')).waitFor();
  expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
  expect(await faultsOf(page, 'crm-fields-wrong')).toEqual([]);
  await partner.fill('Sourcing_Partner__c');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText(/Last saved/).waitFor();
  await page.getByRole('link', { name: 'salesforce-opportunities.csv' }).waitFor();
  expect(await faultsOf(page, 'crm-fields')).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'salesforce-opportunities.csv' }).click(),
  ]);
  const values = readFileSync(await download.path(), 'utf8');
  expect(values).toContain('"Id","Sourcing_Partner__c"');
  const written = await product.cli([
    'export',
    join(folder, 'out'),
    '--for',
    'salesforce',
    '--org',
    'default',
  ]);
  expect(written).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, 'out', 'salesforce-opportunities.csv'), 'utf8')).toBe(values);

  // The definitions are XML that a parser takes.
  for (const [path, root] of [
    ['fields/package.xml', 'Package'],
    ['fields/objects/Opportunity.object', 'CustomObject'],
  ] as const) {
    const text = readFileSync(join(folder, 'out', path), 'utf8');
    const parsed = await page.evaluate((xml) => {
      const document = new DOMParser().parseFromString(xml, 'application/xml');
      return {
        root: document.documentElement.nodeName,
        members: document.querySelectorAll('members, fields').length,
      };
    }, text);
    expect(parsed).toEqual({ root, members: 7 });
  }
  await page.getByRole('link', { name: 'Check the CRM' }).click();
  await page.getByText('Nothing was checked yet.').waitFor();
  expect(await faultsOf(page, 'crm-checks-empty')).toEqual([]);
  await page.getByLabel('Drop the export of your opportunities').setInputFiles(exportedAgain());
  await page.getByRole('heading', { name: 'Did the credit arrive?' }).waitFor();
  await page.getByText('Reseller', { exact: true }).waitFor();
  expect(await faultsOf(page, 'crm-check')).toEqual([]);
  await page.getByRole('button', { name: /^Deals that the file lacks \(1\)/ }).click();
  const lost = page.getByRole('table', { name: 'Differences' }).getByRole('link');
  await expect.poll(() => lost.count()).toBe(1);
  const name = (await lost.textContent())?.replace(/^#\d+ /, '') ?? '';
  await lost.click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.goBack();
  await page.getByRole('link', { name: '← CRM check' }).click();
  await page.getByRole('link', { name: 'opportunities.csv' }).waitFor();
  expect(await faultsOf(page, 'crm-checks')).toEqual([]);
  await end();
}, 240_000);
