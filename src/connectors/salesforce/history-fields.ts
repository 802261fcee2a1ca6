import { foldHeader } from '../understanding/aliases.ts';

const stage = new Set(['stage', 'stagename', 'dealstage', 'phase', 'etape', 'etapa', 'fase', 'faze']);
const amount = new Set(['amount', 'dealvalue', 'value', 'betrag', 'montant', 'importe', 'bedrag', 'castka']);
const close = new Set(['closedate', 'expectedclosedate', 'schlusstermin', 'abschlussdatum', 'datedecloture']);

/** Which fact a row of field history changes, by the name of its field; null for every other field. */
export function historyFieldOf(field: string | null): 'stage' | 'amount' | 'close' | null {
  if (field === null) return null;
  const key = foldHeader(field);
  if (stage.has(key)) return 'stage';
  if (amount.has(key)) return 'amount';
  return close.has(key) ? 'close' : null;
}
