import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { pages } from '#core/blueprint/document.ts';
import { isSeat, type Seat, seatLabel } from '#core/program/seat.ts';
import { paths } from '../../../paths.ts';
import { Card } from '../../../ui/card.tsx';
import { useDesk } from '../../desk-context.ts';
import type { ProgramState, Watch } from '../program-state.ts';
import classes from './home.module.css';

type Need = { readonly key: string; readonly says: string; readonly href: string };

/** At most this many stand in the list; the rest is counted. */
const most = 10;

/** What waits for the person who looks: signatures of their seats, then what gates miss that they can supply. */
export function needsOf(state: ProgramState, watch: Watch | undefined, slug: string): readonly Need[] {
  const mine = state.me.signsFor;
  const toSign = state.pages.flatMap((page) =>
    (page.proposed?.missing ?? [])
      .filter((seat) => mine.includes(seat as Seat))
      .map((seat) => ({
        key: `sign ${page.word} ${seat}`,
        says: `Sign the page “${pages[page.word].title}” as ${isSeat(seat) ? seatLabel(seat) : seat}.`,
        href: paths.programPage(slug, page.word),
      })),
  );
  const gate = watch?.gates.find((one) => one.state === 'closed');
  const toSupply = (gate?.conditions ?? [])
    .filter((one) => one.state === 'unmet' && one.who.some((seat) => mine.includes(seat)))
    .map((one) => ({
      key: `${gate?.key} ${one.code}`,
      says: `${gate?.name}: ${one.says}`,
      href: paths.programPlace(slug, one.place),
    }));
  return [...toSign, ...toSupply];
}

export function NeedsYou(props: { state: ProgramState; watch: Watch | undefined }): ReactNode {
  const { slug } = useDesk();
  const needs = needsOf(props.state, props.watch, slug);
  return (
    <Card>
      <Title order={2}>What needs you</Title>
      {needs.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing waits for you here.
        </Text>
      ) : (
        <ul className={classes.needs}>
          {needs.slice(0, most).map((need) => (
            <li key={need.key}>
              <a href={need.href}>{need.says}</a>
            </li>
          ))}
        </ul>
      )}
      {needs.length > most ? (
        <Text size="xs" c="dimmed">
          And {needs.length - most} more.
        </Text>
      ) : null}
    </Card>
  );
}
