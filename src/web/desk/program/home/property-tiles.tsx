import { Badge, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { parseCurrencyCode } from '#core/money.ts';
import { pageWords } from '#core/program/page.ts';
import { paths } from '../../../paths.ts';
import { Card } from '../../../ui/card.tsx';
import { type Formatters, useFormat } from '../../../ui/format.tsx';
import { useDesk } from '../../desk-context.ts';
import type { Watch } from '../program-state.ts';
import classes from './home.module.css';

type Properties = Watch['properties'];
type OwnedRow = Properties['owned']['rows'][number];

/** The coverage is known, and the low band was met. */
const conditionsOfForecast = 2;

/** Forecastable, documented, owned: what makes a program one that outlives its people. Always in view. */
export function PropertyTiles(props: { properties: Properties }): ReactNode {
  const { forecastable, documented, owned } = props.properties;
  const { slug } = useDesk();
  const format = useFormat();
  const due = owned.rows.filter((row) => row.state !== 'later');
  return (
    <div className={classes.properties}>
      <Tile
        title="Forecastable"
        holds={forecastable.state === 'yes'}
        says={forecastable.says}
        done={conditionsOfForecast - forecastable.missing.length}
        of={conditionsOfForecast}
      >
        {forecastable.missing.length === 0 ? null : (
          <details className={classes.more}>
            <summary>What it waits for</summary>
            <ul>
              {forecastable.missing.map((one) => (
                <li key={one}>{format.sentence(one)}</li>
              ))}
            </ul>
          </details>
        )}
      </Tile>
      <Tile
        title="Documented"
        holds={documented.holds}
        says={documented.says}
        done={pageWords.length - documented.open.length}
        of={pageWords.length}
      >
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
      <Tile
        title="Owned"
        holds={owned.holds}
        says={owned.says}
        done={due.filter((row) => row.state !== 'gap').length}
        of={due.length}
      >
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

function Tile(props: {
  title: string;
  holds: boolean;
  says: string;
  done: number;
  of: number;
  children: ReactNode;
}): ReactNode {
  const format = useFormat();
  return (
    <Card>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2}>{props.title}</Title>
        {props.holds ? <Badge color="teal">Yes</Badge> : <Badge>Not yet</Badge>}
      </Group>
      <div className={classes.pips} aria-hidden="true">
        {Array.from({ length: props.of }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
          <span key={at} data-done={at < props.done || undefined} />
        ))}
      </div>
      <Text size="sm" mt={4}>
        {format.sentence(props.says)}
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
        {row.figure.known && figure?.figure === null ? ` (${row.figure.evidence.replace(/\.$/, '')})` : ''}
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
