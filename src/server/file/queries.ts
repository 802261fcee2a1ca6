import type { OrgId } from '#core/ids.ts';
import type { Tx } from '../database/transaction.ts';

export type FileRow = {
  readonly file_id: string;
  readonly name: string;
  readonly byte_length: number;
  readonly sha256: string;
};

export async function fileOfContent(tx: Tx, org: OrgId, sha256: string): Promise<FileRow | null> {
  const [row] = await tx.query<FileRow>(
    `select file_id, name, byte_length, sha256 from tandem.file
     where org_id = $1 and sha256 = $2 order by created_at limit 1`,
    [org, sha256],
  );
  return row ?? null;
}

export async function fileRow(tx: Tx, org: OrgId, fileId: string): Promise<FileRow | null> {
  const [row] = await tx.query<FileRow>(
    'select file_id, name, byte_length, sha256 from tandem.file where org_id = $1 and file_id = $2',
    [org, fileId],
  );
  return row ?? null;
}

export async function insertFile(tx: Tx, org: OrgId, file: FileRow, now: number): Promise<void> {
  await tx.query(
    `insert into tandem.file (org_id, file_id, name, byte_length, sha256, created_at)
     values ($1, $2, $3, $4, $5, to_timestamp($6::double precision / 1000))`,
    [org, file.file_id, file.name, file.byte_length, file.sha256, now],
  );
}

export async function insertChunk(
  tx: Tx,
  org: OrgId,
  fileId: string,
  position: number,
  content: Uint8Array,
): Promise<void> {
  await tx.query(
    'insert into tandem.file_chunk (org_id, file_id, position, content) values ($1, $2, $3, $4)',
    [org, fileId, position, content],
  );
}

export async function chunksFrom(
  tx: Tx,
  org: OrgId,
  fileId: string,
  position: number,
  count: number,
): Promise<Uint8Array[]> {
  const rows = await tx.query<{ content: Uint8Array }>(
    `select content from tandem.file_chunk where org_id = $1 and file_id = $2 and position >= $3
     order by position limit $4`,
    [org, fileId, position, count],
  );
  return rows.map((row) => row.content);
}
