import { type Context, requireCapability } from '../access/context.ts';
import { readTransaction } from '../database/transaction.ts';
import { notFound } from '../problem.ts';
import { chunksFrom, type FileRow, fileRow } from './queries.ts';

/** A stored file with a way to read it, as often as wanted, without holding it in memory. */
export type OpenFile = {
  readonly fileId: string;
  readonly name: string;
  readonly byteLength: number;
  readonly sha256: string;
  readonly bytes: () => AsyncIterable<Uint8Array>;
};

const chunksAtOnce = 1;
/** Readers get small pieces: the text of a large one would outlive the rows that are cut from it. */
const pieceSize = 64 * 1024;

/** Opens a stored file. Throws ProblemError `not-found`. */
export async function openStoredFile(context: Context, fileId: string): Promise<OpenFile> {
  requireCapability(context, 'import.read');
  const org = context.organization.orgId;
  const { pool } = context.ports;
  const row: FileRow | null = await readTransaction(pool, { org }, (tx) => fileRow(tx, org, fileId));
  if (!row) throw notFound('file');
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (let position = 0; ; position += chunksAtOnce) {
      const chunks = await readTransaction(pool, { org }, (tx) =>
        chunksFrom(tx, org, fileId, position, chunksAtOnce),
      );
      for (const chunk of chunks) {
        for (let from = 0; from < chunk.length; from += pieceSize)
          yield chunk.subarray(from, from + pieceSize);
      }
      if (chunks.length < chunksAtOnce) return;
    }
  }
  return {
    fileId: row.file_id,
    name: row.name,
    byteLength: row.byte_length,
    sha256: row.sha256,
    bytes,
  };
}
