// A process that migrates a database from a folder of files, for tests that kill it.
// node run-migrations.ts OWNER_URL FOLDER
import { migrate } from '#server/database/migrate.ts';

const [, , url = '', dir = ''] = process.argv;
process.stdout.write(`${JSON.stringify(await migrate(url, { dir }))}\n`);
