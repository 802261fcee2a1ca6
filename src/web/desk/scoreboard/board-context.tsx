import { createContext, useContext } from 'react';
import type { Scoreboard } from '#core/scoreboard/payload.ts';
import { paths } from '../../paths.ts';
import { useFormat } from '../../ui/format.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { useDesk } from '../desk-context.ts';

/** The scoreboard that the page shows. */
export const BoardContext = createContext<Scoreboard | null>(null);

export function useBoard(): Scoreboard {
  const board = useContext(BoardContext);
  if (board === null) throw new Error('this part stands outside the scoreboard');
  return board;
}

/** The address of the rows behind a figure: this page, with its panel open. */
export function useFigureHref(): (figure: string) => string {
  const { slug } = useDesk();
  const url = useUrlState();
  const { asOf, ...others } = url.all;
  return (figure) => paths.scoreboard(slug, asOf, { ...others, panel: undefined, figure });
}

/** Formatters for amounts in the currency of the board. */
export function useMoney() {
  const format = useFormat();
  const { currency } = useBoard();
  const money = (minor: number | null) => (minor === null ? null : { minor, currency });
  return {
    compact: (minor: number | null) => format.moneyCompact(money(minor)),
    change: (minor: number | null) => format.moneyChange(money(minor)),
    full: (minor: number | null) => format.money(money(minor)),
  };
}
