import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';

export type FigureTableProps = {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
};

/** The figure as a table, for those who do not see the drawing; the drawing itself is hidden from them. */
export function FigureTable(props: FigureTableProps): ReactNode {
  return (
    <VisuallyHidden>
      <table>
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.join('\u0000')}>
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key={props.columns[index]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={props.columns[index]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
}
