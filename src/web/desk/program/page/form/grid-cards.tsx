import { memo, type ReactNode } from 'react';
import type { GridField, ScalarField } from '#core/program/field.ts';
import { isWithin } from '../body.ts';
import { originWords } from '../field-words.ts';
import cardClasses from './cards.module.css';
import { CellInput } from './cell-input.tsx';
import classes from './form.module.css';
import type { Marks } from './form-context.ts';
import type { GridProps } from './grid-view.tsx';
import { DefaultMark } from './notes.tsx';
import rowClasses from './rows.module.css';

/** Rows with longer texts: a card for each, closed where nothing in it has been chosen. */
export function GridCards(props: GridProps & { marks: Marks }): ReactNode {
  const { field, path, value, marks } = props;
  return (
    <div className={cardClasses.cards}>
      {Object.entries(field.rows).map(([key, row]) => (
        <RowCard key={key} field={field} path={`${path}.${key}`} row={row} value={value[key]} marks={marks} />
      ))}
    </div>
  );
}

const RowCard = memo(function RowCard(props: {
  field: GridField;
  path: string;
  row: GridField['rows'][string];
  value: Readonly<Record<string, unknown>> | undefined;
  marks: Marks;
}): ReactNode {
  const { field, path, row, marks } = props;
  const value = props.value ?? {};
  const columns = Object.entries(field.columns) as [string, ScalarField][];
  const mine = [...marks.defaults].filter((one) => isWithin(one, path));
  const [lead] = columns;
  const isChosen = lead?.[1].kind !== 'choice' || value[lead[0]] !== lead[1].default;
  return (
    <details className={cardClasses.card} open={isChosen} data-path={path}>
      <summary className={cardClasses.cardHead}>
        <span className={cardClasses.cardTitle}>{row.label}</span>
        <span className={cardClasses.cardState}>{summaryOf(lead, value)}</span>
      </summary>
      {row.guidance === undefined ? null : <p className={classes.about}>{row.guidance}</p>}
      <div className={cardClasses.cardCells}>
        {columns.map(([name, column]) => (
          <CardCell
            key={name}
            column={column}
            path={`${path}.${name}`}
            value={value[name]}
            row={row}
            isDefault={marks.defaults.has(`${path}.${name}`)}
          />
        ))}
      </div>
      {mine.length === 0 ? null : (
        <DefaultMark
          paths={mine}
          origin={originWords(row)}
          of={row.label}
          text={mine.length === 1 ? '1 default' : `${mine.length} defaults`}
        />
      )}
    </details>
  );
});

function CardCell(props: {
  column: ScalarField;
  path: string;
  value: unknown;
  row: GridField['rows'][string];
  isDefault: boolean;
}): ReactNode {
  const { column, row } = props;
  return (
    <div className={cardClasses.cardCell} data-size={sizeOf(column)}>
      <span className={rowClasses.cellLabel} aria-hidden="true">
        {column.label}
        {column.isOptional === true ? <span className={classes.optional}> optional</span> : null}
      </span>
      <CellInput
        field={column}
        path={props.path}
        value={props.value}
        label={`${row.label}: ${column.label}`}
        unit={row.unit}
        isDefault={props.isDefault}
      />
    </div>
  );
}

/** A long text takes the whole width of a card, a short one half, a figure or a band of a scale less. */
function sizeOf(column: ScalarField): 'whole' | 'half' | 'small' | 'band' {
  if (column.kind !== 'text') return 'small';
  if (column.lines === 'many') return 'whole';
  return column.most > 150 ? 'half' : 'band';
}

function summaryOf(
  lead: readonly [string, ScalarField] | undefined,
  value: Readonly<Record<string, unknown>>,
): string {
  if (lead === undefined) return '';
  const [name, column] = lead;
  const held = value[name];
  if (held === null || held === undefined) return '';
  if (column.kind === 'choice') return column.options[String(held)] ?? '';
  if (column.kind === 'number' && column.unit === 'points') return `${column.label} ${held}`;
  return column.kind === 'text' ? String(held) : '';
}
