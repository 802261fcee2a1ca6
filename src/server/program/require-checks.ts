import { checkPage, sayCheck } from '#core/blueprint/check-document.ts';
import type { ProgramDocument } from '#core/blueprint/document.ts';
import type { PageWord } from '#core/program/page.ts';
import type { Context } from '../access/context.ts';
import type { WriteTx } from '../audit/write.ts';
import { localDateAt } from '../clock.ts';
import { ProblemError } from '../problem.ts';
import { loadCheckFacts } from './watch/load-check-facts.ts';
import { loadDesign } from './watch/load-design.ts';

/** Refuses a page while one of its blocking checks fails, with what is missing: such a page is not proposed, however it came. */
export async function requireChecks<Word extends PageWord>(
  tx: WriteTx,
  context: Context,
  word: Word,
  body: ProgramDocument[Word],
): Promise<void> {
  const { organization, now } = context;
  const today = localDateAt(now, organization.timeZone);
  const { document } = await loadDesign(tx, organization, today);
  const facts = await loadCheckFacts(tx, organization, today, [word]);
  const failing = checkPage(word, { ...document, [word]: body }, facts).filter(
    (check) => check.severity === 'blocking' && !check.holds,
  );
  if (failing.length === 0) return;
  const what = failing.length === 1 ? 'one check does not hold' : `${failing.length} checks do not hold`;
  throw new ProblemError('invalid-input', `The page cannot be proposed yet: ${what}.`, {
    errors: failing.map((check) => ({
      path: check.path,
      expected: `rule ${check.rule}`,
      found: check.code,
      repair: sayCheck(check),
    })),
  });
}
