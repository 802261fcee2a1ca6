import { z } from 'zod';
import { idSchema } from '../access/schemas.ts';
import { invalidField } from '../problem.ts';
import { refuseUnstorable } from './storable.ts';

/** Where a page of a list ends: the sort key and id of its last row. */
export type Cursor = { readonly sortKey: string; readonly id: string };

/** The query of every list. */
export const pageQuery = {
  cursor: z.string().max(1000).optional().describe('nextCursor of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

const cursorShape = z.tuple([z.string(), idSchema]);

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.sortKey, cursor.id])).toString('base64url');
}

/** Reads a cursor that this API wrote; anything else is a clear error, not an empty page. */
export function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  try {
    const [sortKey, id] = cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    refuseUnstorable('query.cursor', sortKey);
    return { sortKey, id };
  } catch {
    throw invalidField(
      'query.cursor',
      'a cursor from nextCursor',
      text.slice(0, 50),
      'Start again without a cursor.',
    );
  }
}

/** Cuts rows that were asked for with one too many into a page. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => Cursor,
  itemOf: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(itemOf),
    nextCursor: rows.length > limit && last !== undefined ? writeCursor(cursorOf(last)) : null,
  };
}
