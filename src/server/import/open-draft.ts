import type { ImportKind } from '#connectors/port.ts';
import type { Id } from '#core/ids.ts';
import { type Context, requireCapability } from '../access/context.ts';
import { write } from '../audit/write.ts';
import { carriedNamesOf } from '../crm/field-map.ts';
import { readTransaction } from '../database/transaction.ts';
import { openStoredFile } from '../file/read-file.ts';
import { invalidField } from '../problem.ts';
import { type Draft, type DraftOutcome, draftOf, requireDraft } from './draft.ts';
import { insertDraft, type SourceRow, sources } from './queries.ts';
import { counted, refusal } from './read-through.ts';
import type { FileChoice, FileReader, ImportMapping } from './reader.ts';
import { isSameSource, sourceNameOf, sourceNames } from './source-name.ts';

export type NewDraft = {
  readonly fileId: string;
  readonly fileName?: string | undefined;
  /** The system whose record ids these are. Left open: the one that remembers such a file, else by its format. */
  readonly source?: string | undefined;
  readonly kind?: ImportKind | undefined;
  /** How to read the file, where it was read wrongly. */
  readonly file?: FileChoice | undefined;
  /** A mapping file, taken instead of what is remembered or suggested. */
  readonly mapping?: unknown;
};

/**
 * Understands an uploaded file and opens a draft of its import: its kind, its columns with a suggested mapping
 * (or the one remembered for such a file), and what only a person can decide.
 */
export async function openDraft(context: Context, reader: FileReader, wanted: NewDraft): Promise<Draft> {
  requireCapability(context, 'import.run');
  const { organization, ports, actor } = context;
  const org = organization.orgId;
  const stored = await openStoredFile(context, wanted.fileId);
  const fileName = wanted.fileName ?? stored.name;
  const { file } = counted({ ...stored, name: fileName });
  const given = wanted.mapping === undefined ? null : await checked(context, reader, file, wanted.mapping);
  const hints = {
    ...(wanted.kind ? { kind: wanted.kind } : {}),
    ...(given ? { mapping: given } : {}),
    ...(wanted.file ? { file: wanted.file } : {}),
  };
  const first = await reader.understand(file, hints);
  if (!first.ok) throw refusal(fileName, first.problem);
  const known = await readTransaction(ports.pool, { org }, (tx) => sources(tx, org));
  const { signature } = first.value;
  const named = wanted.source ?? given?.source;
  const remembering = known.find(
    (source) =>
      (named === undefined || isSameSource(source.name, named)) && remembered(source, signature, wanted.kind),
  );
  const source = named ?? remembering?.name ?? sourceNames[first.value.source];
  const kept = remembering && !given && !wanted.file ? remembered(remembering, signature, wanted.kind) : null;
  const again = kept ? await reader.understand(file, { mapping: kept }) : first;
  const understanding = again.ok ? again.value : first.value;
  const draftId: string = ports.ids.next<Id<'import draft'>>(context.now);
  const outcome: DraftOutcome = {
    understanding,
    isConfirmed: given !== null || (kept !== null && again.ok),
    result: null,
    failure: null,
    remembered: kept !== null && again.ok,
  };
  return await write(context, async (tx) => {
    const exact = sourceNameOf(source, known);
    // Files of one system must share the name exactly: record ids are told apart by it.
    const mapping = { ...understanding.mapping, source: exact };
    const row = {
      draft_id: draftId,
      file_id: stored.fileId,
      file_name: fileName,
      source_name: exact,
      mapping,
      outcome,
    };
    await insertDraft(tx, org, row, actor.kind === 'member' ? actor.membershipId : null, context.now);
    tx.record({
      action: 'import.open',
      entityId: draftId,
      after: { fileName, source: exact, kind: mapping.kind },
    });
    return draftOf({
      ...row,
      state: 'uploaded',
      task: null,
      progress: null,
      import_id: null,
      created_at: context.now,
      updated_at: context.now,
    });
  });
}

/** A draft as it stands. */
export async function getDraft(context: Context, draftId: string): Promise<Draft> {
  requireCapability(context, 'import.read');
  return draftOf(await requireDraft(context, draftId));
}

/** The value as a mapping that fits the file. Throws ProblemError `invalid-input` with every error. */
export async function checked(
  context: Context,
  reader: FileReader,
  file: Parameters<FileReader['checkMapping']>[1],
  value: unknown,
): Promise<ImportMapping> {
  const parsed = await reader.checkMapping(value, file, context.organization);
  if (parsed.ok) {
    await refuseOwnColumns(context, parsed.mapping);
    return parsed.mapping;
  }
  const [first] = parsed.errors;
  if (!first) throw new Error('a mapping was refused without a reason');
  const problem = invalidField(`mapping.${first.path}`, first.expected, first.found, first.repair);
  const errors = parsed.errors.map((error) => ({ ...error, path: `mapping.${error.path}` }));
  throw Object.assign(problem, { errors });
}

/** ATT-2: a field that carries Tandem's own verdict under a name that somebody gave it is nobody's claim either. */
async function refuseOwnColumns(context: Context, mapping: ImportMapping): Promise<void> {
  const { partner, partnerId, partnerRole } = mapping.columns;
  const wanted = [partner, partnerId, partnerRole, mapping.partner?.column].filter(
    (one) => one !== undefined,
  );
  if (wanted.length === 0) return;
  const org = context.organization.orgId;
  const own = await readTransaction(context.ports.pool, { org }, (tx) => carriedNamesOf(tx, org));
  const found = wanted.find((column) => own.has(column.toLowerCase()));
  if (found === undefined) return;
  throw invalidField(
    'mapping.columns.partner',
    'a column of the CRM’s own',
    `${found}, which Tandem writes`,
    'Leave it out: a verdict of Tandem, read as a claim, would confirm itself.',
  );
}

function remembered(
  source: SourceRow,
  signature: string,
  kind: ImportKind | undefined,
): ImportMapping | null {
  const mapping = source.remembered_mappings[signature] ?? null;
  return mapping !== null && (kind === undefined || mapping.kind === kind) ? mapping : null;
}
