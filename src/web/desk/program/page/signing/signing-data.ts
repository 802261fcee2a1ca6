import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ValueFormat } from '#core/blueprint/value-text.ts';
import { type CurrencyCode, parseCurrencyCode } from '#core/money.ts';
import type { PageWord } from '#core/program/page.ts';
import type { Seat } from '#core/program/seat.ts';
import { api } from '../../../../api.ts';
import { take } from '../../../../api-client.ts';
import { useFormat } from '../../../../ui/format.tsx';
import { useDesk } from '../../../desk-context.ts';

/** Every version of a page with its signatures, newest first. */
export function versionsQuery(org: string, word: PageWord) {
  return queryOptions({
    queryKey: ['policy', org, word],
    queryFn: () => take(api.GET('/api/v1/o/{org}/policies/{word}', { params: { path: { org, word } } })),
  });
}

export type Version = Awaited<
  ReturnType<NonNullable<ReturnType<typeof versionsQuery>['queryFn']>>
>['items'][number];

/** What is signed, and with which password. */
export type Signature = {
  readonly word: PageWord;
  readonly version: number;
  readonly seat: Seat;
  readonly password: string;
};

/** Signs or countersigns a version for a seat. Afterwards everything is read again: figures lose their draft mark. */
export function useSign(org: string, kind: 'sign' | 'countersign') {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ word, version, seat, password }: Signature): Promise<readonly string[]> => {
      const call = {
        params: { path: { org, word, version } },
        body: password === '' ? { seat } : { seat, password },
      };
      if (kind === 'sign') {
        const signed = await take(api.POST('/api/v1/o/{org}/policies/{word}/{version}/signatures', call));
        return signed.missing;
      }
      await take(api.POST('/api/v1/o/{org}/policies/{word}/{version}/countersignatures', call));
      return [];
    },
    onSuccess: () => queries.invalidateQueries(),
  });
}

/** Proposes the saved draft of a page as its next version. */
export function usePropose(org: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: { word: PageWord; revision: number; inForceFrom: string | null }) =>
      take(
        api.POST('/api/v1/o/{org}/program/pages/{word}/proposals', {
          params: { path: { org, word: given.word } },
          body: { revision: given.revision, inForceFrom: given.inForceFrom },
        }),
      ),
    onSuccess: () => queries.invalidateQueries(),
  });
}

/** How the values of a page read here: the organization's currency, the reader's language. */
export function useValueFormat(): ValueFormat {
  const format = useFormat();
  const { currency } = useDesk();
  return useMemo(() => {
    const code = parseCurrencyCode(currency) ?? ('EUR' as CurrencyCode);
    return {
      money: (minor) => format.money({ minor, currency: code }),
      date: (day) => format.day(day),
      number: (value) => new Intl.NumberFormat(format.language, { maximumFractionDigits: 6 }).format(value),
    };
  }, [format, currency]);
}
