import { describe, expect, it } from 'vitest';
import { testApp } from './app.ts';
import { testDatabase } from './database.ts';

const database = await testDatabase();
const server = await testApp(database);

describe('the server of a test', () => {
  it('knows a person by their session, in their own organization only', async () => {
    const [ours, theirs] = [await server.organization(), await server.organization()];
    const ada = await ours.person(['administrator']);
    expect(await ada.call('GET', `/o/${ours.slug}`)).toMatchObject({ status: 200 });
    expect(await ada.call('GET', `/o/${theirs.slug}`)).toMatchObject({ status: 404 });
    expect(await server.call('GET', `/o/${ours.slug}`)).toMatchObject({ status: 401 });
  });
});
