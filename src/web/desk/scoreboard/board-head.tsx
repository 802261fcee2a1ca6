import { Button, Group, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { AnswerPart } from '#core/scoreboard/payload.ts';
import { paths } from '../../paths.ts';
import { useFormat } from '../../ui/format.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { useDesk } from '../desk-context.ts';
import { AuditMark } from './audit-mark.tsx';
import { useBoard, useMoney } from './board-context.tsx';
import { splitAnswer } from './board-model.ts';
import { DraftMark } from './draft-mark.tsx';
import boardClasses from './scoreboard.module.css';
import tileClasses from './tile.module.css';
import { FigureLink } from './tile.tsx';

/** The answer in one sentence, as the largest text of the page, and what the imports claim beside it. */
export function BoardHead(props: { today: string }): ReactNode {
  const { answer, organization, asOf, definitions, audit } = useBoard();
  const format = useFormat();
  const { proven, claimed } = splitAnswer(answer.parts);
  return (
    <header className={boardClasses.head}>
      <div className={boardClasses.answer}>
        <p className={boardClasses.printHead}>
          {organization}, scoreboard as of {format.day(asOf)}
          {definitions.state === 'signed' ? '' : ', draft'}
          {audit.unaudited ? ', unaudited' : ''}
        </p>
        <h1 className={boardClasses.answerProven}>
          <Sentence parts={proven} />
        </h1>
        {claimed.length === 0 ? null : (
          <p className={boardClasses.answerClaimed}>
            <Sentence parts={claimed} />
          </p>
        )}
      </div>
      <Group gap="xs" wrap="nowrap" className={boardClasses.headControls ?? ''}>
        <AuditMark />
        <DraftMark />
        <AsOfPicker today={props.today} />
        <Button
          variant="default"
          size="xs"
          className="no-print"
          visibleFrom="lg"
          onClick={() => window.print()}
        >
          Print
        </Button>
      </Group>
    </header>
  );
}

function Sentence(props: { parts: readonly AnswerPart[] }): ReactNode {
  const money = useMoney();
  const format = useFormat();
  return props.parts.map((part, index) => {
    const key = `${index} ${part.text}`;
    if (part.kind === 'percent') return <span key={key}>{format.share(part.value)}</span>;
    if (part.kind === 'words') return <span key={key}>{part.text}</span>;
    if (part.figure === null) return <span key={key}>{money.compact(part.amountMinor)}</span>;
    return (
      <FigureLink
        key={key}
        figure={part.figure}
        name={money.full(part.amountMinor)}
        className={boardClasses.answerFigure}
      >
        {money.compact(part.amountMinor)}
      </FigureLink>
    );
  });
}

/** A day of the past that the board can be read as of; an empty or impossible one is left alone. */
export function asOfChoice(text: string, today: string): string | undefined | null {
  if (text === '' || text === today) return undefined;
  return /^(?:19|2\d)\d\d-\d\d-\d\d$/.test(text) && text < today ? text : null;
}

function AsOfPicker(props: { today: string }): ReactNode {
  const url = useUrlState();
  const { asOf } = useBoard();
  const [text, setText] = useState<string>(asOf);
  const [shown, setShown] = useState<string>(asOf);
  if (shown !== asOf) {
    setShown(asOf);
    setText(asOf);
  }
  const change = (value: string): void => {
    setText(value);
    const choice = asOfChoice(value, props.today);
    if (choice !== null) url.set({ asOf: choice, figure: undefined });
  };
  return (
    <TextInput
      type="date"
      size="xs"
      w={176}
      leftSection={<span className={tileClasses.small}>As of</span>}
      leftSectionWidth={46}
      aria-label="As of"
      title="As of: what was known at the end of this day"
      value={text}
      max={props.today}
      onChange={(event) => change(event.currentTarget.value)}
      error={asOfChoice(text, props.today) === null && text > props.today ? 'Not a past day' : null}
    />
  );
}

/** A banner that nobody can miss while the board shows the past. */
export function PastBanner(): ReactNode {
  const { asOf } = useBoard();
  const { slug } = useDesk();
  const format = useFormat();
  return (
    <div role="status" className={boardClasses.past}>
      <span>
        <strong>The past:</strong> this is what was known at the end of {format.day(asOf)}. Nothing learnt
        later is in it.
      </span>
      <a href={paths.scoreboard(slug)}>Back to today</a>
    </div>
  );
}
