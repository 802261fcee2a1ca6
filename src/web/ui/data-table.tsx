import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from 'react';
import classes from './data-table.module.css';
import { ChevronIcon } from './icons.tsx';
import { useShortcut } from './shortcuts.tsx';
import { ErrorState, Loading } from './states.tsx';

export type Column<Row> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand to the right, with digits below digits. */
  readonly number?: boolean | undefined;
  /** The API's name of this order, where it can sort by it. */
  readonly sort?: string | undefined;
  /** Short words that are kept on one line: a date, a name, a state. */
  readonly short?: boolean | undefined;
  /** Left out below 768 px. */
  readonly wideOnly?: boolean | undefined;
  /** The cell of a closing line below the rows, such as their sum. */
  readonly foot?: ReactNode;
};

/** `name` ascending, `-name` descending: the form that the address and the API use. */
export type SortOrder = string | undefined;

export type DataTableProps<Row> = {
  /** Names the table for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string;
  /** Where Enter or a press on the row leads; the first column becomes the link. */
  rowHref?: ((row: Row) => string) | undefined;
  sort?: SortOrder;
  onSort?: ((sort: SortOrder) => void) | undefined;
  error?: unknown;
  onRetry?: (() => void) | undefined;
  /** Shown in place of the table when there are no rows. */
  empty: ReactNode;
};

/** The order after a press on a column's header: ascending, descending, then the API's own. */
export function nextSort(current: SortOrder, column: string): SortOrder {
  if (current === column) return `-${column}`;
  return current === `-${column}` ? undefined : column;
}

/**
 * Rows of one kind. Loading, failure and emptiness have their own looks; j and k (or the arrows) move between rows,
 * Enter opens one; the header and the first column stay in view.
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const body = useRef<HTMLTableSectionElement>(null);
  const focusRow = (step: 1 | -1): void => {
    const links = [...(body.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const next = at === -1 ? (step === 1 ? 0 : links.length - 1) : at + step;
    links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
  };
  useShortcut('j', 'Next row', 'Tables', () => focusRow(1));
  useShortcut('k', 'Previous row', 'Tables', () => focusRow(-1));

  if (props.error !== undefined && props.error !== null) {
    return <ErrorState error={props.error} onRetry={props.onRetry} />;
  }
  if (props.rows === undefined) return <Loading rows={8} label={`Loading ${props.label}`} />;
  if (props.rows.length === 0) return props.empty;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (!(event.target as Element).hasAttribute('data-row-link')) return;
    event.preventDefault();
    focusRow(event.key === 'ArrowDown' ? 1 : -1);
  };
  const openRow = (event: MouseEvent<HTMLTableRowElement>): void => {
    // The link in the row is the way in; a press beside it is passed on, unless it was on a control of its own.
    if ((event.target as Element).closest('a, button, input, label, select') !== null) return;
    if (window.getSelection()?.toString() !== '') return;
    event.currentTarget.querySelector<HTMLElement>('a[data-row-link]')?.click();
  };
  const { columns } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={classes.region} aria-label={props.label} tabIndex={0}>
      <table className={classes.table}>
        <caption>
          <VisuallyHidden>{props.label}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {props.rows.map((row) => {
            const href = props.rowHref?.(row);
            return (
              <tr key={props.rowKey(row)} className={classes.row} data-href={href} onClick={openRow}>
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th key={column.key} scope="row">
                      <RowHead href={href}>{column.cell(row)}</RowHead>
                    </th>
                  ) : (
                    <td key={column.key} className={cellClass(column)}>
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
        {columns.some((column) => column.foot !== undefined) ? (
          <tfoot className={classes.foot}>
            <tr>
              {columns.map((column) => (
                <td key={column.key} className={cellClass(column)}>
                  {column.foot}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  );
}

function cellClass<Row>(column: Column<Row>): string {
  return [
    column.number === true ? classes.number : '',
    column.short === true ? classes.short : '',
    column.wideOnly === true ? classes.wideOnly : '',
  ]
    .join(' ')
    .trim();
}

function RowHead(props: { href: string | undefined; children: ReactNode }): ReactNode {
  if (props.href === undefined) return props.children;
  return (
    <a className={classes.rowLink} href={props.href} data-row-link="">
      {props.children}
    </a>
  );
}

function HeaderCell<Row>(props: {
  column: Column<Row>;
  sort: SortOrder;
  onSort: ((sort: SortOrder) => void) | undefined;
}): ReactNode {
  const { column, sort, onSort } = props;
  const name = column.sort;
  if (name === undefined || onSort === undefined) {
    return (
      <th scope="col" className={cellClass(column)}>
        {column.header}
      </th>
    );
  }
  const direction = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : 'none';
  return (
    <th scope="col" className={cellClass(column)} aria-sort={direction}>
      <UnstyledButton className={classes.sort} onClick={() => onSort(nextSort(sort, name))}>
        {column.header}
        {direction === 'none' ? null : (
          <ChevronIcon size={12} to={direction === 'ascending' ? 'up' : 'down'} />
        )}
      </UnstyledButton>
    </th>
  );
}
