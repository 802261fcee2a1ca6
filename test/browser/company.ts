import { join } from 'node:path';
import type { APIRequestContext, Browser, Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import { readMailFolder } from '#server/mail/folder.ts';
import { launchBrowser } from '#test/harness/browser.ts';
import { type Product, startProduct } from '#test/harness/product.ts';
import { openPage, type SignedIn } from './look.ts';

/** An administrator of an organization without a single deal, who is CRO of the demo company too. */
export type Company = {
  readonly product: Product;
  readonly browser: Browser;
  readonly signedIn: SignedIn;
  /** Calls the API as that person; the path is below /api/v1. */
  readonly read: <T>(path: string) => Promise<T>;
  readonly send: <T>(method: 'POST' | 'PUT' | 'PATCH', path: string, body?: object | Buffer) => Promise<T>;
  /** A page of that person at an address of the product, which must complain of nothing until `end`. */
  readonly open: (path: string) => Promise<{ page: Page; end: () => Promise<void> }>;
  /** The same of somebody else. */
  readonly as: (who: SignedIn, path: string) => Promise<{ page: Page; end: () => Promise<void> }>;
  /** Invites somebody into the demo company, who joins by the letter and is signed in. */
  readonly joined: (name: string, roles: readonly string[], partnerId?: string) => Promise<SignedIn>;
};

/** Starts the product with the demo company and one administrator. Call it at the top of a file. */
export async function openCompany(environment: Record<string, string> = {}): Promise<Company> {
  const product = await startProduct(environment);
  const browser = await launchBrowser();
  afterAll(() => browser.close());
  const loaded = await product.cli(['demo']);
  if (loaded.code !== 0) throw new Error(`bin/tandem demo ended with ${loaded.code}: ${loaded.err}`);
  const context = await browser.newContext();
  const { request } = context;
  await calling(product, request)('POST', '/set-up', {
    token: new URLSearchParams(new URL(product.setUpUrl).hash.slice(1)).get('token'),
    organizationName: 'Northwind',
    timeZone: 'Europe/Amsterdam',
    currency: 'EUR',
    fiscalYearStartMonth: 1,
    publicUrl: null,
    name: 'Kim Jansen',
    email: 'kim@northwind.example',
    password: 'four walking green lamps',
  });
  const call = calling(product, request);
  const signedIn = await context.storageState();
  const as: Company['as'] = async (who, path) => {
    const { page, complaints } = await openPage(browser, 1440, 'light', who);
    await page.goto(product.address + path);
    const end = async (): Promise<void> => {
      expect(complaints).toEqual([]);
      await page.context().close();
    };
    return { page, end };
  };
  return {
    product,
    browser,
    signedIn,
    read: (path) => call('GET', path),
    send: (method, path, body) => call(method, path, body),
    open: (path) => as(signedIn, path),
    as,
    joined: async (name, roles, partnerId) => {
      const email = `${name.toLowerCase().replace(' ', '.')}@example.org`;
      const invitation = { email, roles, ...(partnerId ? { partnerId } : {}) };
      await call('POST', '/o/demo/invitations', invitation);
      const own = await browser.newContext();
      const token = await tokenFor(product, email);
      const joining = { token, name, password: 'seven quiet orange boats' };
      await calling(product, own.request)('POST', '/o/demo/invitation/accept', joining);
      const who = await own.storageState();
      await own.close();
      return who;
    },
  };
}

/** The token of the letter to this address, waited for. */
async function tokenFor(product: Product, email: string): Promise<string> {
  for (let attempt = 0; attempt < 60; attempt++) {
    for (const letter of await readMailFolder(join(product.dataDir, 'mail'), 20)) {
      const text = JSON.stringify(letter);
      const token = /\/invitation[^\s"<>]*#token=([\w%-]+)/.exec(text)?.[1];
      if (token !== undefined && text.includes(email)) return decodeURIComponent(token);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`no letter to ${email} in 15 seconds`);
}

function calling(product: Product, request: APIRequestContext) {
  return async <T>(method: string, path: string, body?: object | Buffer): Promise<T> => {
    const type = body instanceof Buffer ? 'application/octet-stream' : 'application/json';
    const answer = await request.fetch(`${product.address}/api/v1${path}`, {
      method,
      ...(body === undefined ? {} : { data: body, headers: { 'content-type': type } }),
    });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
}
