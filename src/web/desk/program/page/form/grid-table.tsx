import { memo, type ReactNode } from 'react';
import type { GridField, ScalarField, SeriesField } from '#core/program/field.ts';
import { originWords } from '../field-words.ts';
import { CellInput } from './cell-input.tsx';
import classes from './form.module.css';
import type { GridProps } from './grid-view.tsx';
import rowClasses from './rows.module.css';

/** Rows with a few fields each. What does not fit beside the name of a row stands in a second line. */
export function GridTable(
  props: GridProps & { cells: readonly string[]; below: readonly string[] },
): ReactNode {
  const { field, path, value, defaults, cells, below } = props;
  return (
    <table className={rowClasses.sheet} aria-label={field.label}>
      <thead>
        <tr>
          <td />
          {cells.map((name) => (
            <th key={name} scope="col">
              {field.columns[name]?.label}
              {field.columns[name]?.isOptional === true ? (
                <span className={classes.optional}> optional</span>
              ) : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Object.entries(field.rows).map(([key, row]) => (
          <SheetRow
            key={key}
            path={`${path}.${key}`}
            row={row}
            value={value[key]}
            columns={field.columns}
            cells={cells}
            below={below}
            defaults={defaults}
          />
        ))}
      </tbody>
    </table>
  );
}

const SheetRow = memo(function SheetRow(props: {
  path: string;
  row: GridField['rows'][string];
  value: Readonly<Record<string, unknown>> | undefined;
  columns: GridField['columns'];
  cells: readonly string[];
  below: readonly string[];
  defaults: ReadonlySet<string>;
}): ReactNode {
  const { path, row, columns, cells, below, defaults } = props;
  const value = props.value ?? {};
  const isDefault = Object.keys(columns).some((name) => defaults.has(`${path}.${name}`));
  const origin = originWords(row);
  const cell = (name: string): ReactNode => (
    <SheetCell
      column={columns[name]}
      path={`${path}.${name}`}
      value={value[name]}
      row={row}
      isDefault={defaults.has(`${path}.${name}`)}
    />
  );
  return (
    <>
      <tr data-path={path} data-spans={below.length > 0 || undefined}>
        <th scope="row" rowSpan={below.length > 0 ? 2 : undefined}>
          {row.label}
          {row.guidance === undefined ? null : <span className={rowClasses.rowAbout}>{row.guidance}</span>}
          {isDefault && origin !== '' ? (
            <span className={rowClasses.rowOrigin}>Default · {origin}</span>
          ) : null}
        </th>
        {cells.map((name) => (
          <td key={name} data-label={columns[name]?.label} data-kind={columns[name]?.kind}>
            {cell(name)}
          </td>
        ))}
      </tr>
      {below.length === 0 ? null : (
        <tr className={rowClasses.second}>
          <td colSpan={cells.length}>
            <div className={rowClasses.belowCells}>
              {below.map((name) => (
                <div
                  key={name}
                  className={rowClasses.inline}
                  data-kind={columns[name]?.kind}
                  data-long={isLong(columns[name])}
                >
                  <span aria-hidden="true">{columns[name]?.label}</span>
                  {cell(name)}
                </div>
              ))}
            </div>
          </td>
        </tr>
      )}
    </>
  );
});

/** A text that wants a line to itself. */
function isLong(column: ScalarField | SeriesField | undefined): true | undefined {
  return column?.kind === 'text' && column.most > 200 ? true : undefined;
}

function SheetCell(props: {
  column: ScalarField | SeriesField | undefined;
  path: string;
  value: unknown;
  row: GridField['rows'][string];
  isDefault: boolean;
}): ReactNode {
  const { column, path, value, row } = props;
  if (column === undefined) return null;
  if (column.kind !== 'series') {
    return (
      <CellInput
        field={column}
        path={path}
        value={value}
        label={`${row.label}, ${column.label}`}
        unit={row.unit}
        isDefault={props.isDefault}
      />
    );
  }
  return column.labels.map((label, index) => (
    <CellInput
      key={label}
      field={column.of}
      path={`${path}[${index}]`}
      value={Array.isArray(value) ? value[index] : null}
      label={`${row.label}, ${label}`}
      unit={row.unit}
      isDefault={props.isDefault}
    />
  ));
}
