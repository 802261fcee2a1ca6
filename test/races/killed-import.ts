import { fileReader } from '#connectors/file-reader.ts';
import { contextOf } from '#server/access/create-organization.ts';
import { systemClock } from '#server/clock.ts';
import { openPool } from '#server/database/pool.ts';
import { randomIds } from '#server/ids.ts';
import { commitDraft } from '#server/import/commit-draft.ts';

/** Commits a draft in a process of its own, and tells its parent when it is in the phase in which it will be killed. */
const [url = '', slug = '', draftId = '', phase = ''] = process.argv.slice(2);
const pool = openPool({ connectionString: url }, { max: 4, name: 'tandem killed' });
const context = await contextOf({ pool, clock: systemClock, ids: randomIds }, slug, {
  kind: 'cli',
  name: 'test',
});
if (!context) throw new Error(`no organization ${slug}`);
await commitDraft(context, fileReader, draftId, { leaveOutRejected: false }, (progress) => {
  if (progress.phase !== phase) return;
  process.send?.(phase);
});
