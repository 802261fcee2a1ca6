import { describe, expect, it } from 'vitest';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';

const server = await testApp(await testDatabase());

describe('saved views', () => {
  it('are one’s own until they are shared, and removed only by their owner', async () => {
    const organization = await server.organization();
    const [ann, bob] = [await organization.person(['cro']), await organization.person(['ae'])];
    const path = `/o/${organization.slug}/views`;
    const save = (name: string, shared: boolean) =>
      ann.call('POST', path, { body: { page: 'opportunities', name, query: '?outcome=open', shared } });
    await save('Mine', false);
    const { viewId } = (await save('Ours', true)).body as { viewId: string };
    const seen = async (who: typeof ann) => {
      const { body } = await who.call('GET', path, { query: { page: 'opportunities' } });
      return (body as { items: { name: string; isMine: boolean }[] }).items.map(({ name, isMine }) => [
        name,
        isMine,
      ]);
    };
    expect(await seen(ann)).toEqual([
      ['Mine', true],
      ['Ours', true],
    ]);
    expect(await seen(bob)).toEqual([['Ours', false]]);
    expect(await bob.call('DELETE', `${path}/${viewId}`)).toMatchObject({ status: 404 });
    expect(await ann.call('DELETE', `${path}/${viewId}`)).toMatchObject({ status: 200 });
    expect(await seen(bob)).toEqual([]);
  });
});
