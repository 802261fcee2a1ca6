import { expect, vi } from 'vitest';

/** How an organization is asked; the path is below that of the organization. */
type Caller = {
  readonly read: <T>(path: string) => Promise<T>;
  readonly make: <T>(path: string, body?: object | Buffer) => Promise<T>;
};

/** Brings in a file by the API as a person does: uploaded, tried, committed, and waited for. */
export async function bringInFile({ read, make }: Caller, text: string, mapping: object): Promise<void> {
  const { fileId } = await make<{ fileId: string }>('/files?name=deals.csv', Buffer.from(text));
  const draft = await make<{ draftId: string }>('/import-drafts', { fileId, mapping });
  const at = `/import-drafts/${draft.draftId}`;
  const become = (state: string): Promise<void> =>
    vi.waitFor(async () => expect(await read(at)).toMatchObject({ state }), { timeout: 30_000 });
  await make(`${at}/try`, {});
  await become('tried');
  await make(`${at}/commit`, {});
  await become('committed');
}
