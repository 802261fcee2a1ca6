import { ActionIcon, Button } from '@mantine/core';
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type ReactNode,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { TableField } from '#core/program/field.ts';
import { ChevronIcon } from '../../../../ui/icons.tsx';
import { toastUndo } from '../../../../ui/toast.tsx';
import { moved } from '../body.ts';
import { originWords } from '../field-words.ts';
import { CellInput } from './cell-input.tsx';
import { FieldLabel } from './field-frame.tsx';
import classes from './form.module.css';
import { type Marks, useForm } from './form-context.ts';
import { DefaultMark, FieldNotes } from './notes.tsx';
import rowClasses from './rows.module.css';

/** More columns than this do not fit beside each other: a row takes more than one line. */
const mostBeside = 5;

type Row = Readonly<Record<string, unknown>>;

/** Rows that people add, take away and put in order; by keyboard with Alt and the arrows. */
export function TableView(props: {
  field: TableField;
  path: string;
  value: unknown;
  marks: Marks;
  isTitled?: boolean | undefined;
}): ReactNode {
  const { field, path, marks } = props;
  const { set, touch, readOnly } = useForm();
  const box = useRef<HTMLDivElement>(null);
  const toFocus = useRef<number | null>(null);
  const [said, setSaid] = useState('');
  const rows = (Array.isArray(props.value) ? props.value : []) as readonly Row[];
  const columns = Object.entries(field.columns);
  // In the same moment as the row is drawn: who types on at once loses no letter.
  useLayoutEffect(() => {
    if (toFocus.current !== null) focusRow(box.current, toFocus.current);
    toFocus.current = null;
  });
  const add = (): void => {
    const row = Object.fromEntries(columns.map(([name, column]) => [name, column.default]));
    set(path, [...rows, row]);
    setSaid(`${field.row} ${rows.length + 1} added`);
    toFocus.current = rows.length;
  };
  // The same two functions for every row and every key, so that only the row that changed is drawn again.
  const latest = useRef(rows);
  latest.current = rows;
  const move = useCallback(
    (from: number, to: number): void => {
      const next = moved(latest.current, from, to);
      if (next === latest.current) return;
      set(path, next);
      setSaid(`${field.row} moved to place ${to + 1} of ${next.length}`);
      toFocus.current = to;
    },
    [set, path, field],
  );
  const remove = useCallback(
    (index: number): void => {
      const before = latest.current;
      set(path, before.toSpliced(index, 1));
      touch(path);
      toastUndo(`${capital(field.row)} ${index + 1} is taken away.`, () => set(path, before));
      if (before.length > 1) toFocus.current = Math.min(index, before.length - 2);
    },
    [set, touch, path, field],
  );
  const isFull = rows.length >= field.most;
  return (
    <fieldset className={classes.group} data-path={path}>
      <legend className={props.isTitled === true ? classes.unseen : classes.legend}>
        <FieldLabel field={field} />
      </legend>
      {field.guidance === undefined ? null : <p className={classes.about}>{field.guidance}</p>}
      <div
        ref={box}
        className={rowClasses.rows}
        data-wide={columns.length > mostBeside || undefined}
        style={{ '--cells': gridTemplate(field) } as CSSProperties}
      >
        {columns.length > 1 && rows.length > 0 ? (
          <div className={rowClasses.rowHead} aria-hidden="true">
            {columns.map(([name, column]) => (
              <span key={name}>{column.label}</span>
            ))}
          </div>
        ) : null}
        {rows.map((row, index) => (
          <TableRow
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own; their fields hold their value
            key={index}
            field={field}
            path={`${path}[${index}]`}
            row={row}
            index={index}
            count={rows.length}
            isDefault={marks.defaults.has(path)}
            onMove={move}
            onRemove={remove}
          />
        ))}
      </div>
      <span className={classes.unseen} aria-live="polite">
        {said}
      </span>
      <FieldNotes notes={marks.notes.get(path)} />
      <div className={classes.below}>
        {readOnly ? (
          <span />
        ) : (
          <Button size="compact-sm" variant="default" onClick={add} disabled={isFull}>
            {isFull ? `No more than ${field.most}` : `Add a ${field.row}`}
          </Button>
        )}
        {marks.defaults.has(path) ? (
          <DefaultMark paths={[path]} origin={originWords(field)} of={field.label} text="Default rows" />
        ) : null}
      </div>
    </fieldset>
  );
}

const TableRow = memo(function TableRow(props: {
  field: TableField;
  path: string;
  row: Row;
  index: number;
  count: number;
  isDefault: boolean;
  onMove: (from: number, to: number) => void;
  onRemove: (index: number) => void;
}): ReactNode {
  const { field, path, row, index, count } = props;
  const { readOnly } = useForm();
  const name = `${capital(field.row)} ${index + 1}`;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || readOnly || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    props.onMove(index, event.key === 'ArrowUp' ? index - 1 : index + 1);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of a grid
    <div className={rowClasses.tableRow} role="group" aria-label={name} data-row onKeyDown={onKeyDown}>
      {Object.entries(field.columns).map(([column, cell]) => (
        <div key={column} className={rowClasses.tableCell} data-label={cell.label} data-kind={cell.kind}>
          <CellInput
            field={cell}
            path={`${path}.${column}`}
            value={row[column]}
            label={`${name}: ${cell.label}`}
            isDefault={props.isDefault}
          />
        </div>
      ))}
      {readOnly ? null : (
        <div className={rowClasses.rowTools}>
          <ActionIcon
            size="sm"
            aria-label={`Move ${name} up`}
            disabled={index === 0}
            onClick={() => props.onMove(index, index - 1)}
          >
            <ChevronIcon to="up" size={12} />
          </ActionIcon>
          <ActionIcon
            size="sm"
            aria-label={`Move ${name} down`}
            disabled={index === count - 1}
            onClick={() => props.onMove(index, index + 1)}
          >
            <ChevronIcon to="down" size={12} />
          </ActionIcon>
          <ActionIcon size="sm" aria-label={`Take ${name} away`} onClick={() => props.onRemove(index)}>
            <span aria-hidden="true">×</span>
          </ActionIcon>
        </div>
      )}
    </div>
  );
});

function focusRow(box: HTMLElement | null, index: number): void {
  const row = box?.querySelectorAll<HTMLElement>('[data-row]')[index];
  row?.querySelector<HTMLElement>('input, select, textarea')?.focus();
}

function gridTemplate(field: TableField): string {
  return Object.values(field.columns)
    .map((column) => {
      if (column.kind === 'text') return column.most > 30 ? 'minmax(0, 2fr)' : '4.5rem';
      if (column.kind === 'choice') return 'minmax(6.5rem, 1fr)';
      if (column.kind === 'date') return '8.6rem';
      return 'minmax(3rem, 5.5rem)';
    })
    .join(' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
