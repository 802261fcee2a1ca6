import type { UserId } from '#core/ids.ts';
import type { CurrencyCode } from '#core/money.ts';
import { type WriteTx, write } from '../audit/write.ts';
import { readTransaction, writeTransaction } from '../database/transaction.ts';
import type { Identity } from '../identity/identity.ts';
import { newToken, tokenMatches } from '../identity/token.ts';
import { invalidField, ProblemError } from '../problem.ts';
import type { Actor, Context, Ports } from './context.ts';
import { addMember, contextOf, createOrganization, rowOf } from './create-organization.ts';
import { makeUser, type NewPerson } from './new-person.ts';
import { claimInstallation, hasFacts, installation, setSetupToken, updateOrganization } from './queries.ts';

/** The name of the first organization; the CLI makes it on an empty installation, and set-up claims it. */
export const firstSlug = 'default';

/**
 * Makes a new set-up token while the installation is unclaimed, to be printed in the log; the one before stops
 * working. Null when someone has set the installation up.
 */
export async function renewSetupToken(ports: Ports): Promise<string | null> {
  return writeTransaction(ports.pool, {}, async (tx) => {
    const row = await installation(tx, true);
    if (row.claimed_at !== null) return null;
    const { token, hash } = newToken();
    await setSetupToken(tx, hash);
    return token;
  });
}

/** Whether someone has set this installation up. */
export async function isClaimed(ports: Ports): Promise<boolean> {
  const row = await readTransaction(ports.pool, {}, (tx) => installation(tx, false));
  return row.claimed_at !== null;
}

export type SetUp = {
  readonly token: string;
  readonly organizationName: string;
  readonly timeZone: string;
  readonly currency: CurrencyCode;
  readonly fiscalYearStartMonth: number;
  readonly publicUrl: string | null;
  readonly administrator: NewPerson;
};

/** Refuses a token that is not the one in the log. */
async function requireSetupToken(ports: Ports, token: string): Promise<void> {
  const row = await readTransaction(ports.pool, {}, (tx) => installation(tx, false));
  if (row.claimed_at !== null)
    throw new ProblemError('conflict', 'This installation is set up already. Sign in instead.');
  if (row.setup_token_hash && tokenMatches(token, row.setup_token_hash)) return;
  throw new ProblemError(
    'invalid-input',
    'The set-up token is not the one printed in the log at the latest start.',
    {
      errors: [
        {
          path: 'body.token',
          expected: 'the token that the latest start printed',
          found: 'another text',
          repair: 'Copy the whole address that `npm start` printed; each start prints a new one.',
        },
      ],
    },
  );
}

/**
 * Claims the installation for its first administrator: the person, the organization and the claim stand together
 * or not at all. An organization `default` that the command line made (with what was imported into it) is taken
 * over; otherwise it is created. Of two claims at once, one is refused.
 */
export async function setUp(
  identity: Identity,
  ports: Ports,
  wanted: SetUp,
): Promise<{ slug: string; userId: UserId }> {
  await requireSetupToken(ports, wanted.token);
  const now = ports.clock.now();
  const actor: Actor = { kind: 'system', name: 'set-up' };
  const details = {
    name: wanted.organizationName,
    timeZone: wanted.timeZone,
    currency: wanted.currency,
    fiscal: { yearStartMonth: wanted.fiscalYearStartMonth },
  };
  let userId: UserId | undefined;
  const claim = async (tx: WriteTx, context: Context) => {
    const row = await installation(tx, true);
    if (row.claimed_at !== null) {
      throw new ProblemError('conflict', 'This installation was set up a moment ago by someone else.');
    }
    await claimInstallation(tx, wanted.publicUrl, now);
    userId = await makeUser(identity, tx, wanted.administrator);
    await addMember(tx, context, { userId, name: wanted.administrator.name }, ['administrator']);
  };

  const existing = await contextOf(ports, firstSlug, actor);
  if (existing) {
    const before = existing.organization;
    await write(existing, async (tx) => {
      if (details.timeZone !== before.timeZone && (await hasFacts(tx, before.orgId))) {
        throw invalidField(
          'body.timeZone',
          `${before.timeZone}, in which the dates of the imported deals were read`,
          details.timeZone,
          `Choose ${before.timeZone}, or undo the imports first.`,
        );
      }
      const after = { ...before, ...details };
      await updateOrganization(tx, rowOf(after));
      tx.record({ action: 'organization.change', entityId: before.orgId, before, after, movesFigures: true });
      await claim(tx, existing);
    });
  } else {
    await createOrganization(ports, actor, { ...details, slug: firstSlug, isDemo: false }, claim);
  }
  if (!userId) throw new Error('set-up ended without a user');
  return { slug: firstSlug, userId };
}

/** The public address that was stored at set-up, for links where TANDEM_URL is not set. */
export async function installationAddress(
  ports: Ports,
): Promise<{ get: () => string | null; set: (url: string) => void }> {
  const row = await readTransaction(ports.pool, {}, (tx) => installation(tx, false));
  let url = row.public_url;
  return {
    get: () => url,
    set: (next) => {
      url = next;
    },
  };
}
