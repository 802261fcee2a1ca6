import { useParams } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import type { Capability, Role } from '../api.ts';

export type DeskOrganization = {
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly fiscalYearStartMonth: number;
  readonly workingDays: readonly number[];
  readonly holidays: readonly string[];
  readonly isDemo: boolean;
  readonly me: {
    readonly membershipId: string;
    readonly name: string;
    readonly roles: readonly Role[];
    readonly capabilities: readonly Capability[];
  };
};

export const DeskContext = createContext<DeskOrganization | null>(null);

/** The organization of this page and the signed-in person's place in it. */
export function useDesk(): DeskOrganization {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('this page stands outside DeskFrame');
  return desk;
}

/** The `{org}` of the address. */
export function useOrgSlug(): string {
  const { org } = useParams({ strict: false }) as { org?: string };
  return org ?? '';
}

/** Whether the signed-in person may do this here. The server asks the same table again. */
export function useMay(capability: Capability): boolean {
  return useDesk().me.capabilities.includes(capability);
}

/** Today's date in a time zone, as YYYY-MM-DD. */
export function todayIn(timeZone: string, now: Date = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
}
