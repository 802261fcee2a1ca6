import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { paths } from '../../api-schema.d.ts';
import { Card } from '../../ui/card.tsx';
import classes from './registration.module.css';

type Queue = paths['/api/v1/o/{org}/registrations']['get']['responses'][200]['content']['application/json'];

/** DR-12: how long unanswered registrations have waited, in all and by partner manager. Red begins where the page says. */
export function AgeReport(props: Pick<Queue, 'ages' | 'owners'>): ReactNode {
  const { ages, owners } = props;
  const all = ages.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  const red = ages.filter(({ isRed }) => isRed).reduce((sum, { count }) => sum + count, 0);
  const labels = ages.map(({ under }, index) => ageLabel(ages[index - 1]?.under ?? null, under));
  return (
    <Card>
      <Title order={2}>Unanswered by age</Title>
      <Text size="sm" c="dimmed">
        {red === 0
          ? `${all} ${all === 1 ? 'waits' : 'wait'}, none for too long.`
          : `${all} ${all === 1 ? 'waits' : 'wait'}, ${red} of them longer than the signed page bears.`}
      </Text>
      <ul className={classes.ages}>
        {ages.map(({ isRed, count, under }, index) => (
          <li key={under ?? 'older'} className={classes.age} data-red={(isRed && count > 0) || undefined}>
            <strong>{count}</strong>
            {labels[index]}
            {isRed && count > 0 ? ' · too long' : ''}
            <div className={classes.bar} aria-hidden="true">
              <span style={{ width: `${(count / all) * 100}%` }} />
            </div>
          </li>
        ))}
      </ul>
      {owners.length < 2 ? null : (
        <details style={{ marginTop: 10 }}>
          <summary>
            <Text span size="sm">
              By partner manager
            </Text>
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
          <section className={classes.scroll} aria-label="Unanswered by partner manager" tabIndex={0}>
            <table className={classes.beside}>
              <thead>
                <tr>
                  <th scope="col">Manager</th>
                  {labels.map((label) => (
                    <th key={label} scope="col">
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {owners.map(({ owner, counts }) => (
                  <tr key={owner ?? ''}>
                    <th scope="row">{owner ?? 'No manager'}</th>
                    {counts.map((count, index) => (
                      <td key={labels[index]}>{count}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </details>
      )}
    </Card>
  );
}

function ageLabel(from: number | null, under: number | null): string {
  if (under === null) return `${from ?? 0} days or more`;
  return from === null ? `under ${under} days` : `${from} to ${under - 1} days`;
}
