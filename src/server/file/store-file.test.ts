import { describe, expect, it } from 'vitest';
import { testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { openStoredFile } from './read-file.ts';
import { storeFile } from './store-file.ts';

const server = await testApp(await testDatabase());

async function* pieces(count: number, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) yield new Uint8Array(size).fill(index % 251);
}

async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of bytes) all.push(piece);
  return Buffer.concat(all);
}

describe('a stored file', () => {
  it('comes back byte for byte, as often as it is read', async () => {
    const { context } = await server.organization();
    const stored = await storeFile(context, { name: 'a.csv', bytes: pieces(50) });
    const file = await openStoredFile(context, stored.fileId);
    const wanted = await collect(pieces(50));
    expect(stored.byteLength).toBe(wanted.length);
    expect((await collect(file.bytes())).equals(wanted)).toBe(true);
    expect((await collect(file.bytes())).equals(wanted)).toBe(true);
  });

  it('is one file however often the same bytes come', async () => {
    const { context } = await server.organization();
    const first = await storeFile(context, { name: 'a.csv', bytes: pieces(3) });
    const second = await storeFile(context, { name: 'b.csv', bytes: pieces(3) });
    expect(second.fileId).toBe(first.fileId);
  });

  it('is refused when it is too large or empty', async () => {
    const { context } = await server.organization();
    const store = (count: number) => storeFile(context, { name: 'a.csv', bytes: pieces(count) }, 1024 * 1024);
    await expect(store(17)).rejects.toMatchObject({ type: 'too-large' });
    await expect(store(0)).rejects.toMatchObject({ type: 'invalid-input' });
    expect((await store(16)).byteLength).toBe(1024 * 1024);
  });

  it('belongs to its organization alone', async () => {
    const [one, other] = [await server.organization(), await server.organization()];
    const { fileId } = await storeFile(one.context, { name: 'a.csv', bytes: pieces(2) });
    await expect(openStoredFile(other.context, fileId)).rejects.toMatchObject({ type: 'not-found' });
  });

  it('is not taken for another one that came under the same Idempotency-Key', async () => {
    const { context } = await server.organization();
    const keyed = { ...context, idempotency: { key: 'one key', requestHash: 'of the address' } };
    const store = (count: number) => storeFile(keyed, { name: 'a.csv', bytes: pieces(count) });
    expect((await store(2)).fileId).toBe((await store(2)).fileId);
    await expect(store(3)).rejects.toMatchObject({ type: 'key-reused' });
  });
});
