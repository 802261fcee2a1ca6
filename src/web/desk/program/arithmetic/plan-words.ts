import { listed } from '#core/gates/phrase.ts';
import type { CurrencyCode } from '#core/money.ts';
import type { Figure } from '#core/program/algebra.ts';
import { inputLabel } from '#core/program/assumptions-checks.ts';
import type { InputKey } from '#core/program/assumptions-inputs.ts';
import { ledgerRows } from '#core/program/assumptions-ledger.ts';
import { assumptionsPage, type LedgerKey } from '#core/program/assumptions-page.ts';
import type { LeverKey } from '#core/program/feasibility-levers.ts';
import { type Formatters, unknownText } from '../../../ui/format.tsx';

/** What a number of the plan is in. */
export type PlanUnit = 'money' | 'share' | 'count' | 'months' | 'times';

/** Writes the numbers of a plan for one reader and one currency. */
export type PlanText = ReturnType<typeof planText>;

export function planText(format: Formatters, currency: CurrencyCode) {
  const number = (value: number, unit: PlanUnit): string => {
    if (unit === 'money') return format.moneyCompact({ minor: value, currency });
    if (unit === 'share') return format.share(value, 1).replace('-', '\u2212');
    if (unit === 'times') return `${format.decimal(value, 2)} ×`;
    const text = Number.isInteger(value) ? format.count(value) : format.decimal(value, 1);
    return unit === 'months' ? `${text} months` : text;
  };
  return {
    number,
    /** A value of the ledger, in the unit of its row. */
    ledger: (key: LedgerKey, value: number): string => {
      const { unit } = ledgerRows[key];
      if (unit === 'money' || unit === 'share') return number(value, unit);
      const text = Number.isInteger(value) ? format.count(value) : format.decimal(value, 1);
      return unit === 'count' ? text : `${text} ${unit}`;
    },
    /** A figure in a table, where what it waits for stands once below. */
    cell: (figure: Figure, unit: PlanUnit): string =>
      figure.known ? number(figure.value, unit) : figure.why === 'never' ? 'never' : unknownText,
    /** A figure, or what it waits for. */
    figure: (figure: Figure, unit: PlanUnit): string =>
      figure.known ? number(figure.value, unit) : figureWaits(figure),
  };
}

/** The name of what a plan can turn: an assumption, or its cohorts. */
export function leverLabel(key: LeverKey): string {
  if (key === 'cohort') return assumptionsPage.fields.plan.fields.cohort.label;
  if (key === 'cohortsPerYear') return assumptionsPage.fields.plan.fields.cohortsPerYear.label;
  return inputLabel(key);
}

/** Why there is no number: what has to be filled in, or that none would do. */
export function figureWaits(figure: Extract<Figure, { known: false }>): string {
  if (figure.why === 'never') return 'never';
  return `needs ${missingText(figure.keys)}`;
}

/** "Average partner deal, Gross margin and 3 more". */
export function missingText(keys: readonly InputKey[]): string {
  const shown = keys.slice(0, 3).map((key) => `“${inputLabel(key)}”`);
  return keys.length > 3 ? `${shown.join(', ')} and ${keys.length - 3} more` : listed(shown);
}

/** What has to be filled in before these figures are known; null where nothing is missing. */
export function missingOf(figures: readonly Figure[]): string | null {
  const keys = new Set(figures.flatMap((one) => (one.known || one.why === 'never' ? [] : one.keys)));
  return keys.size === 0 ? null : missingText([...keys]);
}
