import { Badge, Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { pageStates } from '#core/blueprint/standing.ts';
import { useFormat } from '../../../ui/format.tsx';
import { type PageStateEntry, type ProgramState, signableBy, unchosenOf } from '../program-state.ts';
import classes from './editor.module.css';
import { andList, seatWords } from './field-words.ts';

const colors = {
  not_begun: 'gray',
  draft: 'amber',
  proposed: 'amber',
  signed: 'teal',
  in_force: 'teal',
} as const satisfies Record<PageStateEntry['state'], string>;

/** Where the page stands today: what holds, what waits for whom, and whether what is written here is newer. */
export function StandingLine(props: {
  page: PageStateEntry;
  state: ProgramState;
  onSign: () => void;
}): ReactNode {
  const { page, state } = props;
  const format = useFormat();
  const { inForce, next, proposed, draft } = page;
  const mine = signableBy(page, state);
  const sentences = [
    inForce === null || inForce.isDraft
      ? null
      : `Version ${inForce.version} is in force since ${format.day(inForce.inForceFrom)}.`,
    next === null ? null : `Version ${next.version} is signed and begins on ${format.day(next.inForceFrom)}.`,
    proposed === null
      ? null
      : unchosenOf(page).length > 0
        ? `Version ${proposed.version} leaves open what it pays, so nobody can sign it.`
        : `Version ${proposed.version} still waits for ${andList(proposed.missing.map(seatWords))}.`,
    draft === null
      ? null
      : `What stands here is a draft, last written by ${draft.updatedBy}, ${format.instant(draft.updatedAt)}.`,
    page.state === 'not_begun'
      ? 'What stands here are the defaults. Nobody has written on this page yet.'
      : null,
  ].filter((sentence) => sentence !== null);
  return (
    <div className={classes.standing}>
      <Badge color={colors[page.state]}>{pageStates[page.state]}</Badge>
      <Text size="sm">{sentences.join(' ')}</Text>
      {mine.length === 0 ? null : (
        <Button size="compact-sm" onClick={props.onSign}>
          Read and sign
        </Button>
      )}
    </div>
  );
}
