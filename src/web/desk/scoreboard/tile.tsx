import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DefinitionName } from '#core/scoreboard/payload.ts';
import { paths } from '../../paths.ts';
import { useFormat } from '../../ui/format.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { WhyPopover } from '../../ui/why-popover.tsx';
import { useDesk } from '../desk-context.ts';
import { useBoard, useFigureHref } from './board-context.tsx';
import tileClasses from './tile.module.css';

export type TileProps = {
  title: string;
  /** Quiet words after the title: the period that it is about. */
  aside?: ReactNode;
  /** The definitions that its figures rest on. */
  definitions: readonly DefinitionName[];
  /** The figure that "how is this computed" opens the rows of. */
  figure?: string | undefined;
  /** At the right end of the head. */
  control?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
};

/** One subject of the board: a head with its definition at hand, and its figures. */
export function Tile(props: TileProps): ReactNode {
  return (
    <section className={`${tileClasses.tile} ${props.className ?? ''}`} aria-label={props.title}>
      <Group gap={4} wrap="nowrap" className={tileClasses.tileHead ?? ''}>
        <Title order={2} className={tileClasses.tileTitle ?? ''}>
          {props.title}
          {props.aside === undefined ? null : <span className={tileClasses.aside}> {props.aside}</span>}
        </Title>
        <Why title={props.title} definitions={props.definitions} figure={props.figure} />
        {props.control === undefined ? null : <div className={tileClasses.tileControl}>{props.control}</div>}
      </Group>
      {props.children}
    </section>
  );
}

/** How the figures of a tile are computed: the definitions, their version and how fresh the facts are. */
export function Why(props: {
  title: string;
  definitions: readonly DefinitionName[];
  figure?: string | undefined;
}): ReactNode {
  const board = useBoard();
  const href = useFigureHref();
  return (
    <WhyPopover
      figure={props.title}
      definition={<DefinitionTexts names={props.definitions} />}
      policyVersion={useDefinitionsVersion()}
      freshness={<FreshnessText />}
      rowsHref={props.figure === undefined ? undefined : href(props.figure)}
      rowsLabel={
        props.figure === board.forecastSourcedPipelineNextQuarter.figure
          ? 'Open the deals it stands on'
          : undefined
      }
    />
  );
}

/** Definitions as they stand on the signed page, one paragraph each. */
export function DefinitionTexts(props: { names: readonly DefinitionName[] }): ReactNode {
  const { texts } = useBoard().definitions;
  return props.names.map((name) => (
    <p key={name} className={tileClasses.definition}>
      {texts[name]}
    </p>
  ));
}

/** The version of the definitions in words: "scoreboard definitions 2, signed". */
export function useDefinitionsVersion(): string {
  const { version, state } = useBoard().definitions;
  if (version === null) return 'Tandem’s own definitions, which nobody has signed';
  return `scoreboard definitions ${version}, ${state === 'signed' ? 'signed' : 'draft'}`;
}

/** How fresh the facts are. */
export function FreshnessText(): ReactNode {
  const format = useFormat();
  const { freshness, asOf } = useBoard();
  return (
    <>
      As known at the end of {format.day(asOf)}; newest fact of {format.day(freshness.latestFactOn)}.
    </>
  );
}

/** A figure that opens its rows. `name` says what it is where the digits alone do not. */
export function FigureLink(props: {
  figure: string;
  name: string;
  className?: string | undefined;
  children: ReactNode;
}): ReactNode {
  const href = useFigureHref();
  return (
    <a
      href={href(props.figure)}
      className={`${tileClasses.figureLink} ${props.className ?? ''}`}
      data-figure={props.figure}
      title={`${props.name}: open the deals`}
    >
      {props.children}
    </a>
  );
}

/** A link that opens one of the board's own panels. */
export function PanelLink(props: { panel: 'missing' | 'indicators'; children: ReactNode }): ReactNode {
  const { slug } = useDesk();
  const { asOf, figure: _, ...others } = useUrlState().all;
  return (
    <a
      className={tileClasses.moreLink}
      href={paths.scoreboard(slug, asOf, { ...others, panel: props.panel })}
    >
      {props.children}
    </a>
  );
}
