import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { creditFieldLabels } from '#core/attribution/audit/credit-completeness.ts';
import { paths } from '../../../paths.ts';
import { Card } from '../../../ui/card.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { ErrorState, Loading } from '../../../ui/states.tsx';
import { useDesk } from '../../desk-context.ts';
import classes from './audit.module.css';
import { type Completeness, completenessQuery } from './audit-data.ts';

/** How complete the credit of partner deals is written down, field by field: partner ops’ own number. */
export function CompletenessCard(): ReactNode {
  const { slug } = useDesk();
  const found = useQuery(completenessQuery(slug));
  return (
    <Card>
      <section aria-label="Completeness of credit">
        <Title order={2}>How complete credit is written down</Title>
        {found.error === null ? null : (
          <ErrorState error={found.error} onRetry={() => void found.refetch()} />
        )}
        {found.data === undefined ? (
          found.error === null && <Loading rows={4} label="Loading the completeness" />
        ) : (
          <Found found={found.data} />
        )}
      </section>
    </Card>
  );
}

function Found(props: { found: Completeness }): ReactNode {
  const { deals, complete, share, target, byField, incomplete } = props.found;
  const { slug } = useDesk();
  const format = useFormat();
  if (share === null) {
    return (
      <Text c="dimmed" maw="44rem">
        No partner has credit yet. Once one has, this counts which deals say by whom, by what, on which
        evidence and by which version of the page.
      </Text>
    );
  }
  const lacking = byField.filter(({ missing }) => missing > 0);
  return (
    <>
      <Text>
        <strong>{format.share(share, 1)}</strong> of partner deals have every field: {format.count(complete)}{' '}
        of {format.count(deals)}.{' '}
        <span className={share < target ? classes.warn : classes.quiet}>
          {share < target ? `Below the ${format.share(target)} that partner ops answers for.` : 'On target.'}
        </span>
      </Text>
      {lacking.length === 0 ? null : (
        <dl className={classes.bars} aria-label="Missing by field">
          {lacking.map(({ field, missing }) => [
            <dt key={`${field} name`}>{creditFieldLabels[field]}</dt>,
            <dd key={`${field} count`}>missing on {format.count(missing)}</dd>,
          ])}
        </dl>
      )}
      {incomplete.length === 0 ? null : (
        <details>
          <summary>
            <Text span size="sm">
              The deals that lack something
            </Text>
          </summary>
          <ul className={classes.acts}>
            {incomplete.map(({ opportunityId, number, name, missing }) => (
              <li key={opportunityId}>
                <a href={paths.opportunity(slug, opportunityId)}>
                  #{number} {name}
                </a>
                <span className={classes.quiet}>
                  {' '}
                  · {missing.map((one) => creditFieldLabels[one]).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
