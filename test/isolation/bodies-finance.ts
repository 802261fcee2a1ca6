import type { Wish } from './requests.ts';

/** Bodies of what Finance does: closing, deciding, drawing, finding. */
export const financeBodies: Readonly<Record<string, (wish: Wish) => Record<string, unknown>>> = {
  closeQuarter: () => ({ startsOn: '2026-04-01' }),
  acceptRestatement: () => ({ note: 'The order form is signed' }),
  refuseRestatement: () => ({ note: 'A later order' }),
  drawAuditSample: () => ({ month: '2026-06' }),
  findAuditItem: () => ({ finding: 'error', note: 'The mail names another account' }),
};
