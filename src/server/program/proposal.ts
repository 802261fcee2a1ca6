import { createHash } from 'node:crypto';
import { type ProgramDocument, pages } from '#core/blueprint/document.ts';
import { decideStart, versionInForce, versionsThatCount } from '#core/blueprint/standing.ts';
import { addQuarters, type LocalDate, quarterOf } from '#core/calendar.ts';
import type { PageWord } from '#core/program/page.ts';
import { actorId, type Context } from '../access/context.ts';
import { canonicalJson } from '../audit/chain.ts';
import type { WriteTx } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { violatedConstraint } from '../database/transaction.ts';
import { tell } from '../notice/tell.ts';
import { invalidField, ProblemError } from '../problem.ts';
import { carryOut } from './carry-out.ts';
import { type StoredVersion, seatsOf, storedBody, storedVersion } from './pages.ts';
import { insertPolicy, policyRows } from './queries.ts';
import { changedFields } from './save-draft.ts';
import { loadSeats } from './watch/load-design.ts';

/**
 * Writes the next version of a page, whoever asks for it and however. It holds from the wished day, which the page's
 * rule must allow, and its text never changes again. Throws ProblemError `invalid-input` for a day that may not be.
 */
export async function insertProposal<Word extends PageWord>(
  tx: WriteTx,
  context: Context,
  word: Word,
  proposal: { readonly body: ProgramDocument[Word]; readonly wished: LocalDate | null },
): Promise<{ version: number; inForceFrom: LocalDate }> {
  const { organization, now } = context;
  const rows = await policyRows(tx, organization.orgId, word);
  const versions = rows.map((row) => storedVersion(row, organization));
  const inForceFrom = requireStart(context, word, versions, proposal.wished);
  if (word === 'scoreboard') requireOneEntryStage(context, versions, proposal.body, inForceFrom);
  const version = (rows.at(-1)?.version ?? 0) + 1;
  await carryOut(tx, context, word, () =>
    insertPolicy(tx, organization.orgId, word, {
      version,
      body: proposal.body,
      inForceFrom,
      createdBy: actorId(context.actor),
      now,
    }),
  );
  tx.record({
    action: 'policy.propose',
    entityId: `${word} ${version}`,
    // The text stands in the version, which never changes; the trail says which text it was.
    before: rows.at(-1) ? { version: rows.at(-1)?.version } : null,
    after: {
      inForceFrom,
      changed: changedFields(storedBody(word, rows.at(-1)?.body ?? {}), proposal.body),
      sha256: createHash('sha256').update(canonicalJson(proposal.body)).digest('hex'),
    },
    movesFigures: word === 'attribution' || word === 'scoreboard',
  });
  const seats = await loadSeats(tx, organization, localDateAt(now, organization.timeZone));
  const signers = seatsOf(word).flatMap((seat) => seats[seat].map(({ membershipId }) => membershipId));
  await tell(tx, context, signers, {
    kind: 'page_proposed',
    params: { page: pages[word].title, version },
    link: `/program/pages/${word}`,
    eventKey: `${word} ${version} proposed`,
  });
  return { version, inForceFrom };
}

/** Whoever loses a race for the next version is told so. */
export async function orTold<T>(proposed: Promise<T>): Promise<T> {
  return proposed.catch((error) => {
    if (violatedConstraint(error) !== 'policy_pkey') throw error;
    throw new ProblemError('conflict', 'Somebody proposed another version at this moment. Look at it first.');
  });
}

function requireStart(
  context: Context,
  word: PageWord,
  versions: readonly StoredVersion[],
  wished: LocalDate | null,
): LocalDate {
  const { organization, now } = context;
  const { fiscal } = organization;
  const today = localDateAt(now, organization.timeZone);
  const hasSigned = versions.some(({ signedOn }) => signedOn !== null);
  const standsIn = versionInForce(versionsThatCount(word, versions, fiscal), today);
  const start = decideStart(word, wished, hasSigned, today, fiscal, standsIn?.begins ?? null);
  if (start.ok) return start.on;
  const { earliest, wholeQuarters } = start;
  const next = addQuarters(quarterOf(earliest, fiscal), 1, fiscal).start;
  throw wholeQuarters
    ? invalidField(
        'body.inForceFrom',
        `the first day of a fiscal quarter, ${earliest} or later`,
        wished ?? 'nothing',
        `Use ${earliest}, or ${next} for the quarter after it.`,
      )
    : invalidField(
        'body.inForceFrom',
        `${earliest} or later`,
        wished ?? 'nothing',
        `A page never holds for days that are over. Use ${earliest}.`,
      );
}

/** Every deal carries the day it became pipeline; it cannot carry two. So a new entry stage counts from this quarter on. */
function requireOneEntryStage(
  context: Context,
  versions: readonly StoredVersion[],
  body: ProgramDocument[PageWord],
  inForceFrom: LocalDate,
): void {
  const { organization, now } = context;
  const today = localDateAt(now, organization.timeZone);
  const thisQuarter = quarterOf(today, organization.fiscal);
  if (inForceFrom <= thisQuarter.start) return;
  const counting = versionsThatCount('scoreboard', versions, organization.fiscal);
  const others = [versionInForce(counting, today) ?? counting[0], versions.at(-1)];
  const wanted = (body as ProgramDocument['scoreboard']).entryStage;
  const moves = others.some((one) => one && storedBody('scoreboard', one.body).entryStage !== wanted);
  if (!moves) return;
  throw invalidField(
    'body.inForceFrom',
    `${thisQuarter.start}, because the entry stage changes`,
    inForceFrom,
    'A new entry stage counts from this quarter on; let the other changes follow in a version of their own.',
  );
}
