import type { ImportRecord, OpportunityPartnerRecord } from '#connectors/port.ts';
import type { Plan } from './plan.ts';
import { deletedRow, type RowMapper, withoutId } from './row-outcome.ts';
import type { RowReader } from './row-reader.ts';

/** The partners that a row names for its opportunity; none where the cell is empty or its value means none. */
export function partnerRecords(
  plan: Plan,
  read: RowReader,
  row: number,
  id: string,
): OpportunityPartnerRecord[] {
  const partnerId = read.id('partnerId');
  const role = read.text('partnerRole') ?? plan.partner?.role ?? null;
  const column = plan.partner?.column ?? plan.column('partner');
  const text = column ? read.textAt(column) : null;
  const separator = plan.partner?.separator ?? null;
  const values = text === null ? [] : separator === null ? [text] : text.split(separator);
  const names = values.map((value) => value.trim()).filter((value) => value !== '');
  const partners = names.map((name) => plan.partnerOf(name)).filter((name) => name !== null);
  const primary = read.flag('isPrimary');
  const record = (partner: string | null): OpportunityPartnerRecord => ({
    type: 'opportunity-partner',
    row,
    opportunityId: id,
    partnerId,
    partner,
    role,
    primary,
  });
  if (partners.length > 0) return partners.map(record);
  return partnerId === null ? [] : [record(null)];
}

/** One partner on one opportunity a row, as in Salesforce's OpportunityPartner. */
export function opportunityPartnerRows(plan: Plan, read: RowReader): RowMapper {
  return (row) => {
    const id = read.id('opportunityId');
    if (id === null) return withoutId(plan, read);
    if (read.flag('deleted') === true) return deletedRow(read);
    const records: ImportRecord[] = partnerRecords(plan, read, row.row, id);
    if (records.length === 0 && plan.mapping.partner?.values === undefined) {
      read.report('reject', 'partner-missing', read.has('partner') ? 'partner' : 'partnerId', {
        expected: 'a partner',
        found: 'nothing',
        repair: 'Fill in the partner, or remove the row.',
      });
    }
    return { records, skip: records.length === 0 };
  };
}
