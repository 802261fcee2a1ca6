import { type ReactNode, useId } from 'react';
import type { CompanyLine } from '#core/scoreboard/payload.ts';
import { FigureTable } from '../../ui/figures/figure-table.tsx';
import { useFormat } from '../../ui/format.tsx';
import { useBoard, useMoney } from './board-context.tsx';
import { dealsText, stackParts } from './board-model.ts';
import companyClasses from './company-tile.module.css';
import { partLabels } from './figure-names.ts';
import tileClasses from './tile.module.css';
import { FigureLink, Tile } from './tile.tsx';

/** The company's pipeline as a whole with the partner line inside it; each deal stands in exactly one part. */
export function CompanyTile(): ReactNode {
  const { company, thisQuarter } = useBoard();
  return (
    <Tile title="The company, partners inside" definitions={['company', 'pipeline', 'newPipeline']}>
      <Line label="Open pipeline" line={company.openPipeline} />
      <Line label={`New in ${thisQuarter.label}`} line={company.newThisQuarter} />
    </Tile>
  );
}

function Line(props: { label: string; line: CompanyLine }): ReactNode {
  const { label, line } = props;
  const money = useMoney();
  const format = useFormat();
  const shown = line.parts.filter(({ deals }) => deals > 0);
  return (
    <div className={companyClasses.companyLine}>
      <p className={companyClasses.companyHead}>
        <span>{label}</span>
        <span>
          <FigureLink figure={line.all.figure} name={`All ${label}`} className={tileClasses.strong}>
            {money.compact(line.all.amountMinor)}
          </FigureLink>{' '}
          <span className={tileClasses.small}>{dealsText(line.all)}</span>
        </span>
      </p>
      <Stack line={line} label={label} />
      <ul className={companyClasses.legend}>
        {shown.map((part) => (
          <li key={part.part}>
            <span className={companyClasses.swatch} data-part={part.part} aria-hidden="true" />
            {partLabels[part.part]}{' '}
            <FigureLink
              figure={part.figure}
              name={`${partLabels[part.part]}, ${format.count(part.deals)} deals`}
              className={tileClasses.strong}
            >
              {money.compact(part.amountMinor)}
            </FigureLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Stack(props: { line: CompanyLine; label: string }): ReactNode {
  const money = useMoney();
  const hatch = useId();
  const { line } = props;
  const percent = (fraction: number): string => `${(fraction * 100).toFixed(2)}%`;
  return (
    <figure className={companyClasses.stack}>
      <svg width="100%" height="12" aria-hidden="true" focusable="false">
        <defs>
          <pattern
            id={hatch}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line className={companyClasses.hatch} x1="0" x2="0" y1="0" y2="5" />
          </pattern>
        </defs>
        <rect className={companyClasses.stackFloor} width="100%" height="12" rx="2" />
        {stackParts(line.parts).map(({ part, from, to }) => (
          <rect
            key={part}
            data-part={part}
            className={companyClasses.segment}
            x={percent(from)}
            width={percent(to - from)}
            height="12"
            {...(part === 'imported' ? { fill: `url(#${hatch})` } : {})}
          />
        ))}
      </svg>
      <FigureTable
        caption={`${props.label} by part`}
        columns={['Part', 'Amount', 'Deals']}
        rows={line.parts.map((part) => [
          partLabels[part.part],
          money.full(part.amountMinor),
          String(part.deals),
        ])}
      />
    </figure>
  );
}
