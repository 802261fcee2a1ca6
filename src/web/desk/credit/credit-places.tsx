import type { ReactNode } from 'react';
import type { Capability } from '../../api.ts';
import { paths } from '../../paths.ts';
import { useDesk } from '../desk-context.ts';
import classes from './credit-places.module.css';

type Place = { label: string; path: (slug: string) => string; needs: Capability };

/** The pages about credit, in the order in which a deal meets them. */
const places: readonly Place[] = [
  { label: 'Waiting', path: (slug) => paths.credit(slug), needs: 'opportunity.read' },
  { label: 'Disputes', path: paths.disputes, needs: 'opportunity.read' },
  { label: 'Past rulings', path: paths.precedents, needs: 'opportunity.read' },
  { label: 'Audit', path: paths.creditAudit, needs: 'scoreboard.read' },
  { label: 'Quarters', path: paths.creditQuarters, needs: 'scoreboard.read' },
  { label: 'What if', path: paths.creditReplay, needs: 'replay.run' },
  { label: 'Lift', path: (slug) => paths.lift(slug), needs: 'scoreboard.read' },
];

/** Leads from each page about credit to the others. */
export function CreditPlaces(): ReactNode {
  const { slug, me } = useDesk();
  const here = window.location.pathname;
  return (
    <nav aria-label="Credit" className={`${classes.places} no-print`}>
      {places
        .filter(({ needs }) => me.capabilities.includes(needs))
        .map(({ label, path }) => (
          <a key={label} href={path(slug)} aria-current={here === path(slug) ? 'page' : undefined}>
            {label}
          </a>
        ))}
    </nav>
  );
}
