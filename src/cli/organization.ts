import type { CurrencyCode } from '#core/money.ts';
import type { Actor, Context, Ports } from '#server/access/context.ts';
import { contextOf, createOrganization, organizationNames } from '#server/access/create-organization.ts';
import { firstSlug } from '#server/access/set-up.ts';
import { systemClock } from '#server/clock.ts';
import { loadConfig } from '#server/config.ts';
import { openDatabaseForCommand } from '#server/database/embedded-or-server.ts';
import { openPool } from '#server/database/pool.ts';
import { randomIds } from '#server/ids.ts';
import { migrateJobs } from '#server/jobs/worker.ts';
import { RefusalError } from '#server/refusal.ts';
import type { Io } from './command.ts';
import { commandLog } from './log.ts';

/** The command line acts with every capability: who can run it holds the data folder, or the owner's address. */
const cli: Actor = { kind: 'cli', name: 'tandem' };

/** Opens the installation for one command, and closes it when the work is done or has failed. */
export async function withPorts<T>(io: Io, work: (ports: Ports) => Promise<T>): Promise<T> {
  const config = loadConfig();
  const database = await openDatabaseForCommand(config, commandLog(io), `tandem ${process.argv[2] ?? ''}`);
  const pool = openPool({ connectionString: database.appUrl }, { max: 4, name: 'tandem cli' });
  try {
    // A command may be the first to open the installation, and what it does may leave jobs to the server.
    const owner = openPool({ connectionString: database.ownerUrl }, { max: 1, name: 'tandem cli' });
    await migrateJobs(owner).finally(() => owner.end());
    return await work({ pool, clock: systemClock, ids: randomIds });
  } finally {
    await pool.end();
    await database.close();
  }
}

/**
 * Runs a command within one organization: the one that --org names, or the only one there is, the demo company not
 * counted where there is another. Throws RefusalError where there are several and none is named, or none at all.
 */
export function withOrganization<T>(
  io: Io,
  org: string | undefined,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  return withPorts(io, async (ports) => {
    const context = await findOrganization(ports, org);
    if (context) return work(context);
    throw new RefusalError(
      'no-organization',
      'There is nothing here yet: load the demo company with `tandem demo`, or your own export with `tandem import FILE`.',
    );
  });
}

/** The same, for commands that bring data: on an empty installation they make the organization `default`. */
export function withOrganizationToFill<T>(
  io: Io,
  org: string | undefined,
  frame: { readonly timeZone: string; readonly currency: CurrencyCode },
  work: (context: Context) => Promise<T>,
): Promise<T> {
  return withPorts(io, async (ports) => {
    const names = (await organizationNames(ports)).map((row) => row.slug);
    const own = names.filter((name) => name !== 'demo');
    const wanted = org ?? (own.length === 0 ? firstSlug : undefined);
    const found =
      wanted === firstSlug && !names.includes(firstSlug) ? null : await findOrganization(ports, wanted);
    if (found) return work(found);
    io.progress('Making the organization "default"; the set-up page names it and takes it over.');
    const made = {
      slug: firstSlug,
      name: 'My company',
      fiscal: { yearStartMonth: 1 },
      isDemo: false,
      ...frame,
    };
    return work(await createOrganization(ports, cli, made));
  });
}

async function findOrganization(ports: Ports, org: string | undefined): Promise<Context | null> {
  const names = (await organizationNames(ports)).map((row) => row.slug);
  if (org !== undefined && !names.includes(org)) {
    throw new RefusalError(
      'no-organization',
      `There is no organization "${org}": there is ${names.join(', ') || 'none'}.`,
    );
  }
  const own = names.filter((name) => name !== 'demo');
  const candidates = own.length > 0 ? own : names;
  if (org === undefined && candidates.length > 1) {
    throw new RefusalError(
      'which-organization',
      `Which organization? Add --org with one of: ${names.join(', ')}.`,
    );
  }
  const slug = org ?? candidates[0];
  return slug === undefined ? null : contextOf(ports, slug, cli);
}

/** The time zone of this machine, for an organization that a command makes. */
export function machineZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}
