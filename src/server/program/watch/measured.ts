import type { LocalDate } from '#core/calendar.ts';
import type { Measured } from '#core/gates/facts.ts';

/** A fact that is known, with what it was read from. */
export function known<T>(value: T, evidence: string, on: LocalDate | null = null): Measured<T> {
  return { known: true, value, on, evidence };
}

/** A fact that nobody can know yet: unknown is never "passed". */
export function waits(waitsFor: string): { readonly known: false; readonly waitsFor: string } {
  return { known: false, waitsFor };
}

/** "1 partner", "3 partners". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The day that comes first, or null of none. */
export function earliest(days: readonly (LocalDate | null)[]): LocalDate | null {
  return days.reduce((first, day) => (day !== null && (first === null || day < first) ? day : first), null);
}
