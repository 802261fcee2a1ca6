import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { pages } from '#core/blueprint/document.ts';
import { type CurrencyCode, parseCurrencyCode } from '#core/money.ts';
import type { FunnelFact } from '#core/program/funnel.ts';
import type { PageWord } from '#core/program/page.ts';
import { useFormat } from '../../../../ui/format.tsx';
import { useDesk } from '../../../desk-context.ts';
import type { ProgramState } from '../../program-state.ts';
import { versionsQuery } from '../signing/signing-data.ts';
import { PagePrint } from './page-print.tsx';

/**
 * What is being written, as it would be signed. A draft carries no signatures; what waits for them carries those that
 * were given.
 */
export function DraftPrint(props: {
  word: PageWord;
  body: unknown;
  state: ProgramState;
  facts: readonly FunnelFact[];
}): ReactNode {
  const { slug, name, currency } = useDesk();
  const versions = useQuery(versionsQuery(slug, props.word));
  const format = useFormat();
  const page = props.state.pages.find((one) => one.word === props.word);
  const proposed = page?.draft === null ? page.proposed : null;
  const inForce = page?.draft === null && proposed === null ? (page?.inForce ?? null) : null;
  const signed = versions.data?.items.find((one) => one.version === inForce?.version);
  const edition =
    proposed !== null
      ? `Version ${proposed.version}, proposed`
      : inForce !== null
        ? `Version ${inForce.version}`
        : 'Draft';
  return (
    <PagePrint
      page={pages[props.word]}
      body={props.body as Record<string, unknown>}
      organization={name}
      currency={parseCurrencyCode(currency) ?? ('EUR' as CurrencyCode)}
      facts={props.facts}
      edition={edition}
      since={inForce === null ? null : `in force from ${format.day(inForce.inForceFrom)}`}
      isDraft={inForce === null || inForce.isDraft}
      signatures={(proposed?.signatures ?? signed?.signatures ?? []).map((one) => ({
        seat: one.seat,
        name: one.name,
        interim: one.interim !== null,
        at: one.signedAt,
      }))}
    />
  );
}
