import { type Context, requireCapability } from '../access/context.ts';
import { fileOfDraft, requireDraft, requireMapping } from './draft.ts';
import { counted, refusal } from './read-through.ts';
import type { FileReader, PartnerCandidate } from './reader.ts';

/**
 * Where partners may stand in a file that has no column for them: lead source, campaign, type or owner columns,
 * and any column in which pasted names occur, each with the rows that it would match. Nothing is decided here.
 */
export async function partnerPreview(
  context: Context,
  reader: FileReader,
  draftId: string,
  names: readonly string[],
): Promise<readonly PartnerCandidate[]> {
  requireCapability(context, 'import.read');
  const row = await requireDraft(context, draftId);
  const { file } = counted(await fileOfDraft(context, row));
  const found = await reader.findPartners(file, requireMapping(row), names);
  if (!found.ok) throw refusal(row.file_name, found.problem);
  return found.value;
}
