import { parseCurrencyCode } from '#core/money.ts';
import { useFormat } from '../../../ui/format.tsx';
import { useDesk } from '../../desk-context.ts';

/** Minor units of the organization's currency as text. */
export function useMoney(): (minor: number) => string {
  const { currency } = useDesk();
  const format = useFormat();
  const code = parseCurrencyCode(currency);
  return (minor) => format.money(code === null ? null : { minor, currency: code });
}
