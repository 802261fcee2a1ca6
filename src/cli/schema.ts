import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '#server/database/embedded.ts';
import { migrate, migrationDir } from '#server/database/migrate.ts';
import { ensureAppRole } from '#server/database/roles.ts';
import { dumpSchema } from '#server/database/schema-dump.ts';
import { silentLog } from '#server/refusal.ts';
import { defineCommand } from './command.ts';

/** `tandem schema`: what the files of sql/ add up to, read from a throw-away database. */
export const schemaCommand = defineCommand({
  usage: '[--write | --check]',
  help: [
    'Prints the schema; --write puts it into sql/schema.sql; --check exits with 1 when that file differs.',
    'Works on a throw-away database and leaves yours alone.',
  ],
  options: { write: { type: 'boolean' }, check: { type: 'boolean' } },
  async run({ values }, io) {
    const text = await schemaOfTheFiles();
    const file = join(migrationDir(), 'schema.sql');
    if (values.write) {
      writeFileSync(file, text);
      io.progress(`Written: ${file}`);
    } else if (values.check) {
      if (readFileSync(file, 'utf8') !== text) {
        io.progress(
          'sql/schema.sql is not what the files of sql/ add up to: run `bin/tandem schema --write`',
        );
        return 1;
      }
    } else {
      io.print(text.trimEnd());
    }
    return 0;
  },
});

async function schemaOfTheFiles(): Promise<string> {
  // Not mkdtemp: openEmbedded makes the folder so that PostgreSQL's account may pass, also as root.
  const dataDir = join(tmpdir(), `tandem-schema-${randomUUID()}`);
  try {
    const database = await openEmbedded({
      dataDir,
      log: silentLog,
      command: 'tandem schema',
      durable: false,
    });
    try {
      await ensureAppRole(database.ownerUrl, 'only for this throw-away database');
      await migrate(database.ownerUrl);
      return await dumpSchema(database.ownerUrl);
    } finally {
      await database.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
