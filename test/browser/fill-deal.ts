import type { Page } from 'playwright-core';

/** Fills the form of a registration in without counting, for stories about something else. */
export async function fillDeal(page: Page, customer: string, domain: string): Promise<void> {
  const write = async (name: string, text: string) =>
    page.getByRole('textbox', { name, exact: true }).fill(text);
  await write('Customer’s legal name', customer);
  await write('Customer’s web domain', domain);
  await page.getByRole('combobox', { name: 'Country' }).fill('Netherl');
  await page.getByRole('option', { name: 'Netherlands', exact: true }).click();
  await write('Contact’s name', 'Ada Vermeer');
  await write('Contact’s role', 'Head of IT');
  await write('Contact’s mail', `ada@${domain}`);
  await write('What is it for?', 'Planning');
  await write('Estimated annual value', '40000');
  await page.getByRole('group', { name: 'Expected close' }).getByText('In 3 months').click();
  await write('How do you know them?', 'We run their network and met their head of IT.');
  await write('Next joint step', 'First call');
  await page.getByRole('group', { name: 'Its date' }).getByText('In a week').click();
  await page.getByRole('checkbox').check();
}

/** Sends the form; the server takes it in and its answer never arrives, so that the page sends again. How often it sent. */
export async function sendWithALostAnswer(page: Page): Promise<number> {
  let sends = 0;
  await page.route('**/submission', async (route) => {
    sends += 1;
    if (sends > 1) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('It goes out by itself as soon as there is one.').waitFor();
  await page.getByText(/It is registered\. Your number is \d+\./).waitFor();
  return sends;
}
