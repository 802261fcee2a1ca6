import { createHash } from 'node:crypto';
import { defaultDocument, pages } from '#core/blueprint/document.ts';
import { factSentence } from '#core/blueprint/fact-sentence.ts';
import { printSections } from '#core/blueprint/print-blocks.ts';
import type { ValueFormat } from '#core/blueprint/value-text.ts';
import type { FunnelFact } from '#core/program/funnel.ts';
import { type PageWord, pageWords } from '#core/program/page.ts';
import { interimHolders, isSeat, seatLabel } from '#core/program/seat.ts';
import { type Context, type Organization, requireCapability } from '../../access/context.ts';
import { canonicalJson } from '../../audit/chain.ts';
import { localDateAt } from '../../clock.ts';
import { notFound } from '../../problem.ts';
import { listVersions } from '../list-versions.ts';
import { readProgram, type ShownPage, type ShownSignature } from '../read-program.ts';
import { valueFormat } from '../text/value-format.ts';
import { readFunnel } from '../watch/read-funnel.ts';
import { drawBooklet } from './draw-booklet.ts';
import type { Sheet } from './sheet.ts';

/** What stands on a sheet, before it is set: which text, which edition, who signed it. */
type Edition = {
  readonly word: PageWord;
  readonly body: unknown;
  readonly edition: string;
  readonly isDraft: boolean;
  readonly signatures: readonly ShownSignature[];
  readonly at: number;
};

/**
 * The program as a PDF: one page as it stands or in one of its versions, or, without a page, the whole blueprint behind
 * a cover. What is not signed carries the mark of a draft. Throws ProblemError `not-found` for a version that is not there.
 */
export async function printProgram(
  context: Context,
  what: { readonly page: PageWord | null; readonly version: number | null },
): Promise<{ fileName: string; bytes: Buffer }> {
  requireCapability(context, 'organization.read');
  const { organization } = context;
  const { facts } = await readFunnel(context);
  const editions =
    what.page !== null && what.version !== null
      ? [await versionOf(context, what.page, what.version)]
      : await standingEditions(context, what.page);
  const bytes = await drawBooklet({
    organization: organization.name,
    sheets: editions.map((edition) => sheetOf(edition, organization, facts)),
    hasCover: what.page === null,
  });
  const name = what.page === null ? 'partner-program' : what.page.replaceAll('_', '-');
  return { fileName: `${name}${what.version === null ? '' : `-version-${what.version}`}.pdf`, bytes };
}

async function versionOf(context: Context, word: PageWord, version: number): Promise<Edition> {
  const found = (await listVersions(context, word)).find((one) => one.version === version);
  if (!found) throw notFound('version of this page');
  return {
    word,
    body: found.body,
    edition: `Version ${version}, ${found.isDraft ? 'not signed' : `in force from ${valueFormat(context.organization.currency).date(found.inForceFrom)}`}`,
    isDraft: found.isDraft,
    signatures: found.signatures,
    at: found.proposedAt,
  };
}

/** What is signed and holds today, else what is being written, else what waits for signatures. */
async function standingEditions(context: Context, only: PageWord | null): Promise<Edition[]> {
  const { pages: shown } = await readProgram(context);
  const words = only === null ? pageWords : [only];
  return Promise.all(
    words.map((word) => {
      const page = shown.find((one) => one.word === word);
      const version = page && standingVersion(page);
      if (version !== undefined && version !== null) return versionOf(context, word, version);
      return {
        word,
        body: page?.draft?.body ?? defaultDocument()[word],
        edition: page?.draft ? 'Draft' : 'Not begun: the method’s defaults',
        isDraft: true,
        signatures: [],
        at: page?.draft?.updatedAt ?? 0,
      };
    }),
  );
}

function standingVersion(page: ShownPage): number | null {
  if (page.inForce !== null && !page.inForce.isDraft) return page.inForce.version;
  if (page.draft !== null) return null;
  return page.proposed?.version ?? page.inForce?.version ?? null;
}

function sheetOf(edition: Edition, organization: Organization, facts: readonly FunnelFact[]): Sheet {
  const page = pages[edition.word];
  const format = valueFormat(organization.currency);
  return {
    word: edition.word,
    title: page.title,
    question: page.question,
    sections: printSections(page, edition.body as Record<string, unknown>, format, (_field, key) => {
      const fact = facts.find((one) => one.key === key);
      return fact === undefined ? key : factSentence(fact, (value) => factValue(fact, value, format));
    }),
    edition: edition.edition,
    isDraft: edition.isDraft,
    signatures: page.seats.filter(isSeat).map((seat) => {
      const given = edition.signatures.find((one) => one.seat === seat);
      if (given === undefined) return { seat: seatLabel(seat), name: null, when: 'Not signed' };
      const on = format.date(localDateAt(given.signedAt, organization.timeZone));
      const interim = given.interim === null ? '' : `, in the interim as ${interimHolders[given.interim]}`;
      return { seat: seatLabel(seat), name: given.name, when: `${on}${interim}` };
    }),
    hash: createHash('sha256').update(canonicalJson(edition.body)).digest('hex'),
    at: edition.at,
  };
}

function factValue(fact: FunnelFact, value: number, format: ValueFormat): string {
  if (fact.unit === 'money') return format.money(value);
  if (fact.unit === 'share') return `${Math.round(value * 100)} %`;
  return `${Math.round(value)} ${Math.round(value) === 1 ? 'day' : 'days'}`;
}
