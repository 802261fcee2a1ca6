import { memo, type ReactNode } from 'react';
import type { GridField, ScalarField, SeriesField } from '#core/program/field.ts';
import { CellInput } from './cell-input.tsx';
import { useForm } from './form-context.ts';
import type { GridProps } from './grid-view.tsx';
import rowClasses from './rows.module.css';

type Choice = Extract<ScalarField, { kind: 'choice' }>;
type Cell = { readonly at: string; readonly label: string; readonly field: Choice };

/** A sheet of short words: who decides what, what a role earns at which stage. A cell opens the list of its words. */
export function GridMatrix(
  props: GridProps & { cells: readonly string[]; below: readonly string[] },
): ReactNode {
  const { field, path, value, defaults } = props;
  const cells = props.cells.flatMap((name) => cellsOf(name, field.columns[name]));
  return (
    <div className={rowClasses.matrixBox}>
      <table className={rowClasses.matrix} aria-label={field.label}>
        <thead>
          <tr>
            <td />
            {cells.map((cell) => (
              <th key={cell.at} scope="col">
                {cell.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(field.rows).map(([key, row]) => (
            <MatrixRow
              key={key}
              path={`${path}.${key}`}
              row={row}
              value={value[key] ?? {}}
              cells={cells}
              below={props.below}
              columns={field.columns}
              defaults={defaults}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const MatrixRow = memo(function MatrixRow(props: {
  path: string;
  row: GridField['rows'][string];
  value: Readonly<Record<string, unknown>>;
  cells: readonly Cell[];
  below: readonly string[];
  columns: GridField['columns'];
  defaults: ReadonlySet<string>;
}): ReactNode {
  const { path, row, value, cells, columns, defaults } = props;
  // Where a row has a name of its own, the name is written where the others only stand.
  const name = columns.label?.kind === 'text' ? columns.label : undefined;
  const below = props.below.filter((one) => name === undefined || one !== 'label');
  return (
    <>
      <tr className={rowClasses.matrixRow} data-path={path}>
        <th scope="row" className={below.length > 0 ? rowClasses.spans : undefined}>
          {name === undefined ? (
            row.label
          ) : (
            <CellInput
              field={name}
              path={`${path}.label`}
              value={value.label}
              label={`${row.label}, ${name.label}`}
              isDefault={defaults.has(`${path}.label`)}
            />
          )}
        </th>
        {cells.map((cell) => (
          <td key={cell.at} data-label={cell.label}>
            <MatrixCell
              cell={cell}
              path={`${path}.${cell.at}`}
              value={at(value, cell.at)}
              label={`${row.label}, ${cell.label}`}
              isDefault={defaults.has(`${path}.${cell.at.replace(/\[\d+\]$/, '')}`)}
            />
          </td>
        ))}
      </tr>
      {below.length === 0 ? null : (
        <tr className={rowClasses.matrixBelow}>
          <td />
          <td colSpan={cells.length}>
            <div className={rowClasses.belowCells}>
              {below.map((name) => {
                const column = columns[name];
                if (column === undefined || column.kind === 'series') return null;
                return (
                  <div key={name} className={rowClasses.inline}>
                    <span aria-hidden="true">{column.label}</span>
                    <CellInput
                      field={column}
                      path={`${path}.${name}`}
                      value={value[name]}
                      label={`${row.label}, ${column.label}`}
                      isDefault={defaults.has(`${path}.${name}`)}
                    />
                  </div>
                );
              })}
            </div>
          </td>
        </tr>
      )}
    </>
  );
});

/** The word of a choice, with the list of all of them lying invisibly over it. */
const MatrixCell = memo(function MatrixCell(props: {
  cell: Cell;
  path: string;
  value: unknown;
  label: string;
  isDefault: boolean;
}): ReactNode {
  const { cell, path } = props;
  const { set, touch, readOnly } = useForm();
  const value = typeof props.value === 'string' ? props.value : '';
  const keys = Object.keys(cell.field.options).filter((key) => key !== 'none');
  const rank = keys.indexOf(value);
  const text = value === '' ? '' : (cell.field.options[value] ?? value);
  return (
    <span
      className={rowClasses.word}
      data-rank={rank < 0 ? undefined : rank}
      data-default={props.isDefault || undefined}
    >
      <span aria-hidden="true">{text === '' ? '–' : text}</span>
      <select
        data-path={path}
        aria-label={props.label}
        disabled={readOnly}
        value={value}
        onChange={(event) => set(path, event.currentTarget.value || null)}
        onBlur={() => touch(path)}
      >
        {cell.field.default === null ? <option value="">–</option> : null}
        {Object.entries(cell.field.options).map(([key, label]) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
    </span>
  );
});

function cellsOf(name: string, column: ScalarField | SeriesField | undefined): Cell[] {
  if (column?.kind === 'choice') return [{ at: name, label: column.label, field: column }];
  if (column?.kind !== 'series' || column.of.kind !== 'choice') return [];
  const { of } = column;
  return column.labels.map((label, index) => ({ at: `${name}[${index}]`, label, field: of }));
}

function at(row: Readonly<Record<string, unknown>>, path: string): unknown {
  const found = /^(.*)\[(\d+)\]$/.exec(path);
  if (found === null) return row[path];
  const list = row[found[1] ?? ''];
  return Array.isArray(list) ? list[Number(found[2])] : undefined;
}
