import { type PastState, pastStates } from '#core/registration/past.ts';

/** Other usual words for how a registration stands, folded, in English and German. */
const otherWords: Readonly<Record<PastState, string>> = {
  submitted:
    'open pending new waiting inreview underreview received registered eingereicht offen wartet inprüfung',
  accepted: 'approved active protected granted live angenommen genehmigt akzeptiert aktiv geschützt',
  rejected: 'declined denied refused abgelehnt verweigert',
  expired: 'lapsed outdated abgelaufen verfallen',
  withdrawn: 'cancelled canceled revoked zurückgezogen storniert',
  won: 'closedwon gewonnen',
  lost: 'closedlost verloren',
};

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}]/gu, '');

const byWord: ReadonlyMap<string, PastState> = new Map(
  (Object.keys(pastStates) as PastState[]).flatMap((state) =>
    [state, ...otherWords[state].split(' ')].map((word): [string, PastState] => [word, state]),
  ),
);

/** How a registration stands, as a cell says it; null for anything else. */
export function registrationStateOf(text: string): PastState | null {
  return byWord.get(fold(text)) ?? null;
}

/** The states that a cell can name, for whoever has to correct one. */
export const registrationStateNames: string = Object.values(pastStates).join(', ');
