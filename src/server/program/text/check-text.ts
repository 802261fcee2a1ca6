import { checkPage, sayCheck } from '#core/blueprint/check-document.ts';
import type { CheckFacts } from '#core/blueprint/check-facts.ts';
import { type Difference, pageDifferences } from '#core/blueprint/differences.ts';
import { type ProgramDocument, pages } from '#core/blueprint/document.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { Check } from '#core/program/check.ts';
import { type PageWord, pageWords } from '#core/program/page.ts';
import { type Context, requireCapability } from '../../access/context.ts';
import { localDateAt } from '../../clock.ts';
import { readTransaction } from '../../database/transaction.ts';
import { loadCheckFacts } from '../watch/load-check-facts.ts';
import { loadWritten } from './load-written.ts';
import type { PartialDocument } from './read-text.ts';
import { requireText } from './require-text.ts';
import { valueFormat } from './value-format.ts';

/** A check of a page that does not hold, as a sentence. */
export type Finding = Pick<Check, 'rule' | 'code' | 'severity' | 'path'> & { readonly sentence: string };

/** A page of a text: how it differs from what is written now, and which of its checks do not hold. */
export type CheckedPage = {
  readonly word: PageWord;
  readonly title: string;
  readonly differences: readonly Difference[];
  readonly findings: readonly Finding[];
};

/**
 * What an import of this text would change, page by page, and what would still keep each page from being proposed. It
 * changes nothing. A bad text is refused whole.
 */
export function checkText(context: Context, text: string): Promise<{ pages: CheckedPage[] }> {
  requireCapability(context, 'organization.read');
  const { organization, ports, now } = context;
  const taken = requireText(text, organization.currency);
  return readTransaction(ports.pool, { org: organization.orgId }, async (tx) => {
    const { document } = await loadWritten(tx, context);
    const facts = await loadCheckFacts(tx, organization, localDateAt(now, organization.timeZone));
    return { pages: checkedPages(document, taken, facts, organization.currency) };
  });
}

/** The same for the program as it is written now, which differs from itself in nothing. */
export function checkWritten(context: Context): Promise<{ pages: CheckedPage[] }> {
  requireCapability(context, 'organization.read');
  const { organization, ports, now } = context;
  return readTransaction(ports.pool, { org: organization.orgId }, async (tx) => {
    const { document } = await loadWritten(tx, context);
    const facts = await loadCheckFacts(tx, organization, localDateAt(now, organization.timeZone));
    return { pages: checkedPages(document, document, facts, organization.currency) };
  });
}

/** The pages of a text, checked against a program and its facts. */
export function checkedPages(
  before: ProgramDocument,
  taken: PartialDocument,
  facts: CheckFacts,
  currency: CurrencyCode,
): CheckedPage[] {
  const after: ProgramDocument = { ...before, ...taken };
  const format = valueFormat(currency);
  return pageWords
    .filter((word) => taken[word] !== undefined)
    .map((word) => ({
      word,
      title: pages[word].title,
      differences: pageDifferences(word, before[word], after[word], format),
      findings: checkPage(word, after, facts)
        .filter((check) => !check.holds)
        .map((check) => ({
          rule: check.rule,
          code: check.code,
          severity: check.severity,
          path: check.path,
          sentence: sayCheck(check),
        })),
    }));
}
