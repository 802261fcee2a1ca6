import { type LocalDate, parseLocalDate } from '#core/calendar.ts';
import {
  type ClassName,
  type ColumnMeasure,
  type CompanyPart,
  type ComparisonGroup,
  classNames,
  companyParts,
  type FigureKey,
  type FigureUnit,
  type Gap,
  gaps,
  type Scope,
  scopes,
  type WaterfallBarName,
  waterfallBars,
} from './figure.ts';

/** A figure key, taken apart. `quarterStart` null: the quarter is the as-of date's own. */
export type Figure =
  | { kind: 'sourcedPipeline'; scope: Scope; quarterStart: LocalDate | null }
  | { kind: 'sourcedWon'; scope: Scope }
  | { kind: 'forecastBasis'; scope: Scope }
  | { kind: 'column'; scope: Scope; class: ClassName; measure: ColumnMeasure }
  | { kind: 'waterfall'; scope: Scope; bar: WaterfallBarName }
  | { kind: 'waterfallNote'; scope: Scope; note: 'withoutCloseDate' | 'overdue' }
  | { kind: 'company'; measure: 'open' | 'new'; part: CompanyPart | 'all' }
  | { kind: 'companyNew'; quarterStart: LocalDate }
  | { kind: 'comparison'; measure: 'winRate' | 'cycle'; group: ComparisonGroup }
  | { kind: 'gap'; gap: Gap };

/** Takes a figure key apart; null for text that names no figure. */
export function parseFigureKey(text: string): Figure | null {
  const [head, second, third, fourth, ...more] = text.split('.');
  if (head === undefined || second === undefined || more.length > 0) return null;
  if (fourth !== undefined && second !== 'column') return null;
  const scope = oneOf(scopes, head);
  if (scope !== null) return scopedFigure(scope, second, third, fourth);
  if (head === 'gap') {
    const gap = third === undefined ? oneOf(gaps, second) : null;
    return gap && { kind: 'gap', gap };
  }
  if (third === undefined) return null;
  if (head === 'company') {
    if (second === 'newInQuarter') {
      const quarterStart = dayOfQuarter(third);
      return quarterStart && { kind: 'companyNew', quarterStart };
    }
    const measure = oneOf(['open', 'new'] as const, second);
    const part = oneOf(['all', ...companyParts] as const, third);
    return measure && part && { kind: 'company', measure, part };
  }
  if (head !== 'comparison') return null;
  const measure = oneOf(['winRate', 'cycle'] as const, second);
  const group = oneOf(['partner', 'direct'] as const, third);
  return measure && group && { kind: 'comparison', measure, group };
}

function scopedFigure(
  scope: Scope,
  name: string,
  third: string | undefined,
  fourth: string | undefined,
): Figure | null {
  if (name === 'column') {
    const className = oneOf(classNames, third);
    const measure = oneOf(['open', 'new', 'won'] as const, fourth);
    return className && measure && { kind: 'column', scope, class: className, measure };
  }
  if (name === 'waterfall') {
    const bar = oneOf(waterfallBars, third);
    return bar && { kind: 'waterfall', scope, bar };
  }
  if (name === 'sourcedPipelineInQuarter') {
    const quarterStart = third === undefined ? null : dayOfQuarter(third);
    return quarterStart && { kind: 'sourcedPipeline', scope, quarterStart };
  }
  if (third !== undefined) return null;
  if (name === 'sourcedPipelineThisQuarter') return { kind: 'sourcedPipeline', scope, quarterStart: null };
  if (name === 'sourcedClosedWonLastQuarter') return { kind: 'sourcedWon', scope };
  if (name === 'forecastBasis') return { kind: 'forecastBasis', scope };
  if (name === 'waterfallWithoutCloseDate') return { kind: 'waterfallNote', scope, note: 'withoutCloseDate' };
  if (name === 'waterfallOverdue') return { kind: 'waterfallNote', scope, note: 'overdue' };
  return null;
}

/** A day whose quarter lies in the calendar, in whatever month the fiscal year starts. */
function dayOfQuarter(text: string): LocalDate | null {
  const date = parseLocalDate(text);
  return date !== null && date >= '0002-01-01' && date < '9999-01-01' ? date : null;
}

function oneOf<T extends string>(list: readonly T[], text: string | undefined): T | null {
  return list.find((each) => each === text) ?? null;
}

/** What the contributions of a figure's rows count. */
export function unitOf(figure: Figure): FigureUnit {
  if (figure.kind === 'gap') return 'deals';
  if (figure.kind === 'comparison') return figure.measure === 'winRate' ? 'wins' : 'days';
  return 'minor';
}

/** Whether the text names a figure. */
export function isFigureKey(text: string): text is FigureKey {
  return parseFigureKey(text) !== null;
}
