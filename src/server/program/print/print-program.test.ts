import { describe, expect, it } from 'vitest';
import { workedExample } from '#core/blueprint/worked-example.ts';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { saveDraft } from '../save-draft.ts';

const database = await testDatabase();
const server = await testApp(database);

/** How many pages a PDF has, by its page objects. */
function pagesOf(bytes: Buffer): number {
  return [...bytes.toString('latin1').matchAll(/\/Type \/Page\b(?!s)/g)].length;
}

async function printed(
  address: string,
  cookie: string,
): Promise<{ status: number; bytes: Buffer; name: string }> {
  const answer = await server.app.inject({ method: 'GET', url: `/api/v1${address}`, headers: { cookie } });
  return {
    status: answer.statusCode,
    bytes: answer.rawPayload,
    name: String(answer.headers['content-disposition'] ?? ''),
  };
}

describe('the program on paper', () => {
  it('is one page alone, as it stands, and the whole blueprint behind a cover', async () => {
    const organization = await server.organization();
    const cro = await organization.person(['cro']);
    await saveDraft(cro.context, 'thesis', { body: workedExample.thesis, confirmed: [], revision: 0 });
    const path = `/o/${organization.slug}/program/print`;
    const thesis = await printed(`${path}?page=thesis`, cro.cookie);
    expect(thesis).toMatchObject({ status: 200, name: expect.stringContaining('thesis.pdf') });
    expect(thesis.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pagesOf(thesis.bytes)).toBe(1);
    const all = await printed(path, cro.cookie);
    expect(pagesOf(all.bytes)).toBeGreaterThan(10);
  });

  it('says the same in the same bytes each time, and something else once the text changes', async () => {
    const organization = await server.organization();
    const cro = await organization.person(['cro']);
    const print = () =>
      printed(`/o/${organization.slug}/program/print?page=attribution&version=1`, cro.cookie);
    const [one, two] = [await print(), await print()];
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0);
    await saveDraft(cro.context, 'thesis', { body: workedExample.thesis, confirmed: [], revision: 0 });
    const draft = () => printed(`/o/${organization.slug}/program/print?page=thesis`, cro.cookie);
    const before = await draft();
    const body = { ...workedExample.thesis, market: 'Łódź, Київ, Αθήνα: 5 €' };
    await saveDraft(cro.context, 'thesis', { body, confirmed: [], revision: 1 });
    expect(Buffer.compare(before.bytes, (await draft()).bytes)).not.toBe(0);
  });

  it('is not there for a version that is not, nor for another organization', async () => {
    const organization = await server.organization();
    const cro = await organization.person(['cro']);
    const path = `/o/${organization.slug}/program/print`;
    expect(await printed(`${path}?page=thesis&version=7`, cro.cookie)).toMatchObject({ status: 404 });
    expect(await printed(`${path}?page=tier`, cro.cookie)).toMatchObject({ status: 422 });
    const stranger = await (await server.organization()).person(['cro']);
    expect(await printed(path, stranger.cookie)).toMatchObject({ status: 404 });
  });
});
