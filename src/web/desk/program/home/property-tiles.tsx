import { Badge, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { parseCurrencyCode } from '#core/money.ts';
import { paths } from '../../../paths.ts';
import { Card } from '../../../ui/card.tsx';
import { type Formatters, useFormat } from '../../../ui/format.tsx';
import { useDesk } from '../../desk-context.ts';
import type { Watch } from '../program-state.ts';
import classes from './home.module.css';

type Properties = Watch['properties'];
type OwnedRow = Properties['owned']['rows'][number];

/** Forecastable, documented, owned: what makes a program one that outlives its people. Always in view. */
export function PropertyTiles(props: { properties: Properties }): ReactNode {
  const { forecastable, documented, owned } = props.properties;
  const { slug } = useDesk();
  return (
    <div className={classes.properties}>
      <Tile title="Forecastable" holds={forecastable.state === 'yes'} says={forecastable.says}>
        {forecastable.missing.length === 0 ? null : (
          <details className={classes.more}>
            <summary>What it waits for</summary>
            <ul>
              {forecastable.missing.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </details>
        )}
      </Tile>
      <Tile title="Documented" holds={documented.holds} says={documented.says}>
        {documented.open.length === 0 ? null : (
          <details className={classes.more}>
            <summary>What is not signed yet</summary>
            <ul>
              {documented.open.map((page) => (
                <li key={page.word}>
                  <a href={paths.programPage(slug, page.word)}>{page.title}</a>
                </li>
              ))}
            </ul>
          </details>
        )}
      </Tile>
      <Tile title="Owned" holds={owned.holds} says={owned.says}>
        <details className={classes.more}>
          <summary>Who owns which number</summary>
          <ul className={classes.owned}>
            {owned.rows.map((row) => (
              <OwnedLine key={row.seat} row={row} />
            ))}
          </ul>
          <a href={paths.programSeats(slug)}>Open the seats</a>
        </details>
      </Tile>
    </div>
  );
}

function Tile(props: { title: string; holds: boolean; says: string; children: ReactNode }): ReactNode {
  return (
    <Card>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2}>{props.title}</Title>
        {props.holds ? <Badge color="teal">Yes</Badge> : <Badge>Not yet</Badge>}
      </Group>
      <Text size="sm" mt={4}>
        {props.says}
      </Text>
      {props.children}
    </Card>
  );
}

const trendWords = { up: 'rising', down: 'falling', level: 'level' } as const;

function OwnedLine(props: { row: OwnedRow }): ReactNode {
  const { row } = props;
  const { slug } = useDesk();
  const format = useFormat();
  const names = row.holders.map((one) => one.name).join(', ');
  const figure = row.figure.known ? row.figure.value : null;
  const value = figure === null ? null : figureText(figure, format);
  return (
    <li>
      <strong>{row.label}</strong>: {names === '' ? (row.state === 'gap' ? 'nobody' : 'not yet') : names}
      {row.state === 'interim' ? ', in the interim' : ''}
      <br />
      <Text span size="xs" c="dimmed">
        {row.number}:{' '}
        {figure === null ? (
          row.figure.known ? null : (
            `waits for ${row.figure.waitsFor}`
          )
        ) : figure.figure === null ? (
          value
        ) : (
          <a href={paths.scoreboard(slug, undefined, { figure: figure.figure })}>{value}</a>
        )}
        {row.target === '' ? '' : `; target ${row.target}`}
        {row.trend === null ? '' : `; ${trendWords[row.trend]}`}
      </Text>
    </li>
  );
}

type Figure = Extract<OwnedRow['figure'], { known: true }>['value'];

/** The number of a seat as people read it. */
export function figureText(figure: Figure, format: Formatters): string {
  const currency = figure.currency === null ? null : parseCurrencyCode(figure.currency);
  if (figure.unit === 'money')
    return currency === null ? '' : format.moneyCompact({ minor: figure.value, currency });
  return figure.unit === 'share' ? format.share(figure.value, 1) : format.count(figure.value);
}
