import type { Page } from 'playwright-core';
import { afterAll } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import type { PageWord } from '#core/program/page.ts';
import { launchBrowser } from '#test/harness/browser.ts';
import { startProduct } from '#test/harness/product.ts';
import { bringInFile } from './bring-in.ts';
import { openPage } from './look.ts';

/** How a founder’s organization is read and fed beside the screens: what belongs to another section comes this way. */
export type Founder = {
  readonly page: Page;
  /** What the browser has complained about so far. */
  readonly complaints: readonly string[];
  readonly password: string;
  /** Calls the API as the founder, whatever the answer; the path is below the organization’s. */
  readonly call: (method: string, path: string, body?: object | Buffer) => Promise<Answer>;
  readonly read: <T>(path: string) => Promise<T>;
  readonly make: <T>(path: string, body?: object | Buffer) => Promise<T>;
  /** Takes a text in as an import. */
  readonly bringIn: (text: string, mapping: object) => Promise<void>;
  readonly today: () => Promise<LocalDate>;
  /** Where a page of the program stands by the API. */
  readonly stateOf: (word: PageWord) => Promise<string | undefined>;
  /** Opens an address, as if it were typed. */
  readonly visit: (path: string) => Promise<void>;
};

type Answer = { readonly status: number; readonly body: unknown };

/** Starts the product and sets it up for a founder, who is administrator and CEO. Call it at the top of a file. */
export async function startFounder(): Promise<Founder> {
  const product = await startProduct();
  const browser = await launchBrowser();
  afterAll(() => browser.close());
  const { page, complaints } = await openPage(browser);
  const password = 'four walking green lamps';
  const ask = async (method: string, path: string, body?: object | Buffer): Promise<Answer> => {
    const mediaType = body instanceof Buffer ? 'application/octet-stream' : 'application/json';
    const answer = await page.context().request.fetch(`${product.address}/api/v1${path}`, {
      method,
      ...(body === undefined ? {} : { data: body, headers: { 'content-type': mediaType } }),
    });
    return { status: answer.status(), body: await answer.json() };
  };
  const call: Founder['call'] = (method, path, body) => ask(method, `/o/default${path}`, body);
  const expectDone = async <T>(method: string, path: string, body?: object | Buffer): Promise<T> => {
    const answer = await call(method, path, body);
    if (answer.status < 300) return answer.body as T;
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  };
  const read: Founder['read'] = (path) => expectDone('GET', path);
  const make: Founder['make'] = (path, body = {}) => expectDone('POST', path, body);

  await ask('POST', '/set-up', {
    token: new URLSearchParams(new URL(product.setUpUrl).hash.slice(1)).get('token'),
    organizationName: 'Northwind',
    timeZone: 'Europe/Amsterdam',
    currency: 'EUR',
    fiscalYearStartMonth: 1,
    publicUrl: null,
    name: 'Kim Jansen',
    email: 'kim@northwind.example',
    password,
  });
  const { items } = await read<{ items: { membershipId: string }[] }>('/members');
  await expectDone('PATCH', `/members/${items[0]?.membershipId}`, { roles: ['administrator', 'ceo'] });

  return {
    page,
    complaints,
    password,
    call,
    read,
    make,
    bringIn: (text, mapping) => bringInFile({ read, make }, text, mapping),
    today: async () => (await read<{ today: LocalDate }>('/program')).today,
    stateOf: async (word) => {
      const { pages } = await read<{ pages: { word: string; state: string }[] }>('/program');
      return pages.find((one) => one.word === word)?.state;
    },
    visit: async (path) => {
      await page.goto(product.address + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  };
}
