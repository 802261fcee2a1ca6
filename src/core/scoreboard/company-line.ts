import type { Board } from './board.ts';
import { companyPartOf } from './deal.ts';
import { type CompanyPart, companyParts } from './figure.ts';
import type { CompanyLine } from './payload.ts';
import { type Row, rowsOf, sumRows } from './row.ts';

/**
 * The company's line with the partner line inside it. Each deal is in exactly one part, so the parts sum to the
 * whole; a part that has no deals stands with zero.
 */
export function companyLine(board: Board, measure: 'open' | 'new'): CompanyLine {
  const rows = rowsOf(board, { kind: 'company', measure, part: 'all' });
  const byPart = new Map<CompanyPart, Row[]>(companyParts.map((part) => [part, []]));
  for (const row of rows) byPart.get(companyPartOf(row.deal))?.push(row);
  return {
    all: sumRows(`company.${measure}.all`, rows),
    parts: companyParts.map((part) => ({
      part,
      ...sumRows(`company.${measure}.${part}`, byPart.get(part) ?? []),
    })),
  };
}
