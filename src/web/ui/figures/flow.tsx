import type { ReactNode } from 'react';
import { FigureTable } from './figure-table.tsx';
import classes from './flow.module.css';
import { type FlowBlock, type FlowRibbon, layOutFlow } from './flow-layout.ts';

export type FlowProps = {
  label: string;
  /** What stands over the left and over the right side. */
  before: string;
  after: string;
  /** The groups in their order, each with its word. */
  groups: readonly { readonly name: string; readonly label: string }[];
  flows: readonly FlowRibbon[];
  count: (value: number) => string;
};

const width = 100;

/**
 * From which group to which: a ribbon for each way, as broad as what goes it. What stays is pale, what moves is dark.
 * The same stands as a table for those who do not see the drawing.
 */
export function Flow(props: FlowProps): ReactNode {
  const { groups, count } = props;
  const layout = layOutFlow(
    props.flows,
    groups.map(({ name }) => name),
  );
  const word = (name: string): string => groups.find((one) => one.name === name)?.label ?? name;
  const names = (blocks: readonly FlowBlock[], side: string | undefined) => (
    <div className={`${classes.names} ${side}`} style={{ height: layout.height }}>
      {blocks.map((block) => (
        <span key={block.name} className={classes.name} style={{ top: block.at + block.size / 2 }}>
          {word(block.name)} <strong>{count(block.count)}</strong>
        </span>
      ))}
    </div>
  );
  return (
    <figure className={classes.flow} aria-label={props.label}>
      <div className={classes.heads} aria-hidden="true">
        <span>{props.before}</span>
        <span>{props.after}</span>
      </div>
      <div className={classes.plot} aria-hidden="true">
        {names(layout.left, classes.left)}
        <svg
          className={classes.svg}
          height={layout.height}
          viewBox={`0 0 ${width} ${layout.height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
        >
          {layout.ribbons.map((one) => (
            <path
              key={`${one.from} ${one.to}`}
              className={classes.ribbon}
              data-moves={one.from !== one.to || undefined}
              d={ribbon(one.y1, one.y2, Math.max(1, one.size))}
            />
          ))}
          {[
            ...layout.left.map((one) => ({ ...one, x: 0 })),
            ...layout.right.map((one) => ({ ...one, x: 98.5 })),
          ].map((one) => (
            <rect
              key={`${one.x} ${one.name}`}
              className={classes.block}
              x={one.x}
              y={one.at}
              width="1.5"
              height={Math.max(1, one.size)}
            />
          ))}
        </svg>
        {names(layout.right, classes.right)}
      </div>
      <FigureTable
        caption={props.label}
        columns={[props.before, props.after, 'Deals']}
        rows={layout.ribbons.map((one) => [word(one.from), word(one.to), count(one.count)])}
      />
    </figure>
  );
}

function ribbon(y1: number, y2: number, size: number): string {
  const [from, to, middle] = [1.5, width - 1.5, width / 2];
  return `M${from},${y1} C${middle},${y1} ${middle},${y2} ${to},${y2} L${to},${y2 + size} C${middle},${y2 + size} ${middle},${y1 + size} ${from},${y1 + size} Z`;
}
