import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Id } from '#core/ids.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { write } from '../audit/write.ts';
import { readTransaction } from '../database/transaction.ts';
import { invalidField, ProblemError } from '../problem.ts';
import { fileOfContent, insertChunk, insertFile } from './queries.ts';

export type StoredFile = { readonly fileId: string; readonly byteLength: number; readonly sha256: string };

/** The largest file that is taken: 512 MiB. */
export const largestFile = 512 * 1024 * 1024;
const chunkSize = 1024 * 1024;

/**
 * Stores a file under its content: the same bytes twice are one file. The bytes are spooled to disk while they
 * arrive, so that a slow sender holds neither memory nor a transaction. Throws ProblemError `too-large`.
 */
export async function storeFile(
  context: Context,
  file: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> },
  limit = largestFile,
): Promise<StoredFile> {
  requireCapability(context, 'import.run');
  const spool = join(tmpdir(), `tandem-upload-${randomUUID()}`);
  try {
    const { byteLength, sha256 } = await spoolTo(spool, file.bytes, limit);
    if (byteLength === 0) {
      throw invalidField('body', 'a file with content', 'no bytes', 'Choose the file again.');
    }
    const { organization, ports, now } = context;
    const org = organization.orgId;
    const known = await readTransaction(ports.pool, { org }, (tx) => fileOfContent(tx, org, sha256));
    if (known) return { fileId: known.file_id, byteLength, sha256 };
    const fileId: string = ports.ids.next<Id<'file'>>(now);
    return await write(withContent(context, sha256), async (tx) => {
      const name = file.name.slice(0, 200);
      await insertFile(tx, org, { file_id: fileId, name, byte_length: byteLength, sha256 }, now);
      let position = 0;
      for await (const chunk of createReadStream(spool, { highWaterMark: chunkSize })) {
        await insertChunk(tx, org, fileId, position, chunk as Buffer);
        position += 1;
      }
      tx.record({ action: 'file.store', entityId: fileId, after: { name, byteLength, sha256 } });
      return { fileId, byteLength, sha256 };
    });
  } finally {
    await rm(spool, { force: true });
  }
}

/** The bytes of a stream are no part of the request's hash, and the same key with another file is another request. */
function withContent(context: Context, sha256: string): Context {
  const { idempotency } = context;
  if (idempotency === null) return context;
  return { ...context, idempotency: { ...idempotency, requestHash: `${idempotency.requestHash} ${sha256}` } };
}

async function spoolTo(path: string, bytes: AsyncIterable<Uint8Array>, limit: number) {
  const hash = createHash('sha256');
  let byteLength = 0;
  await pipeline(
    bytes,
    async function* (source: AsyncIterable<Uint8Array>) {
      for await (const piece of source) {
        byteLength += piece.length;
        if (byteLength > limit) {
          throw new ProblemError(
            'too-large',
            `Files of at most ${Math.floor(limit / 1024 / 1024)} MB are taken. Split the export, or leave columns out.`,
          );
        }
        hash.update(piece);
        yield piece;
      }
    },
    createWriteStream(path, { flags: 'wx', mode: 0o600 }),
  );
  return { byteLength, sha256: hash.digest('hex') };
}
