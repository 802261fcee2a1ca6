import { useEffect } from 'react';
import { judgeAccent } from '#core/portal/accent.ts';
import './accent.css';

/** The names under which the tones of an accent stand on the page, for `accent.css`. */
const names = {
  fill: '--portal-fill',
  on: '--portal-on',
  hover: '--portal-hover',
  textOnLight: '--portal-text-light',
  textOnDark: '--portal-text-dark',
} as const;

/** Gives the page, dialogs included, the accent of a company; without one it looks like Tandem. */
export function useAccent(accent: string | null): void {
  useEffect(() => {
    const verdict = accent === null ? null : judgeAccent(accent);
    if (verdict?.kind !== 'fits') return;
    const root = document.documentElement;
    root.setAttribute('data-portal-accent', '');
    for (const [tone, name] of Object.entries(names)) {
      root.style.setProperty(name, verdict.tones[tone as keyof typeof names]);
    }
    return () => {
      root.removeAttribute('data-portal-accent');
      for (const name of Object.values(names)) root.style.removeProperty(name);
    };
  }, [accent]);
}
