import type { ReactNode } from 'react';
import { creditClasses } from '#core/attribution/credit-class.ts';
import { classWord } from '../../../dispute/case-words.ts';
import classes from './replay.module.css';

type Flow = { readonly from: string; readonly to: string; readonly deals: number };

const width = 600;
const height = 260;
const gap = 10;

/** From which class to which: a ribbon for each way, as broad as the deals that go it. What moves is drawn dark. */
export function FlowFigure(props: { flows: readonly Flow[] }): ReactNode {
  const all = props.flows.reduce((sum, flow) => sum + flow.deals, 0);
  const left = stack(props.flows, 'from', all);
  const right = stack(props.flows, 'to', all);
  const [fromAt, toAt] = [
    new Map(left.map((one) => [one.name, one.at])),
    new Map(right.map((one) => [one.name, one.at])),
  ];
  const scale = scaleOf(all);
  return (
    <figure className={classes.figure} aria-label="From class to class">
      <svg viewBox={`0 0 ${width} ${height}`} className={classes.flow} aria-hidden="true" focusable="false">
        {props.flows.map((flow) => {
          const [y1, y2] = [fromAt.get(flow.from) ?? 0, toAt.get(flow.to) ?? 0];
          const size = flow.deals * scale;
          fromAt.set(flow.from, y1 + size);
          toAt.set(flow.to, y2 + size);
          return (
            <path
              key={`${flow.from} ${flow.to}`}
              className={classes.ribbon}
              data-moves={flow.from !== flow.to || undefined}
              d={ribbon(y1, y2, size)}
            />
          );
        })}
        {[...left.map((one) => ({ ...one, x: 0 })), ...right.map((one) => ({ ...one, x: width - 8 }))].map(
          (one) => (
            <rect
              key={`${one.x} ${one.name}`}
              className={classes.block}
              x={one.x}
              y={one.at}
              width="8"
              height={Math.max(1, one.size)}
            />
          ),
        )}
        {left.map((one) => (
          <text key={one.name} className={classes.name} x="14" y={one.at + one.size / 2 + 4}>
            {classWord(one.name)} {one.deals}
          </text>
        ))}
        {right.map((one) => (
          <text
            key={one.name}
            className={classes.name}
            x={width - 14}
            y={one.at + one.size / 2 + 4}
            textAnchor="end"
          >
            {classWord(one.name)} {one.deals}
          </text>
        ))}
      </svg>
      <table className={classes.table}>
        <caption>Deals from class to class</caption>
        <thead>
          <tr>
            <th scope="col">Today</th>
            <th scope="col">Under this page</th>
            <th scope="col">Deals</th>
          </tr>
        </thead>
        <tbody>
          {props.flows.map((flow) => (
            <tr key={`${flow.from} ${flow.to}`}>
              <td>{classWord(flow.from)}</td>
              <td>{classWord(flow.to)}</td>
              <td>{flow.deals}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function scaleOf(all: number): number {
  return all === 0 ? 0 : (height - gap * (creditClasses.length - 1)) / all;
}

/** The blocks of one side, one below the other in the order of the classes. */
export function stack(
  flows: readonly Flow[],
  side: 'from' | 'to',
  all: number,
): { name: string; deals: number; at: number; size: number }[] {
  let at = 0;
  return creditClasses.flatMap((name) => {
    const deals = flows.filter((flow) => flow[side] === name).reduce((sum, flow) => sum + flow.deals, 0);
    if (deals === 0) return [];
    const one = { name, deals, at, size: deals * scaleOf(all) };
    at += one.size + gap;
    return [one];
  });
}

function ribbon(y1: number, y2: number, size: number): string {
  const [x1, x2, middle] = [8, width - 8, width / 2];
  return `M${x1},${y1} C${middle},${y1} ${middle},${y2} ${x2},${y2} L${x2},${y2 + size} C${middle},${y2 + size} ${middle},${y1 + size} ${x1},${y1 + size} Z`;
}
