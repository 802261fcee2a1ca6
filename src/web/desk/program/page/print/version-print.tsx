import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { pages } from '#core/blueprint/document.ts';
import { type CurrencyCode, parseCurrencyCode } from '#core/money.ts';
import type { FunnelFact } from '#core/program/funnel.ts';
import type { PageWord } from '#core/program/page.ts';
import { useFormat } from '../../../../ui/format.tsx';
import { useDesk } from '../../../desk-context.ts';
import { funnelQuery } from '../../program-state.ts';
import type { Version } from '../signing/signing-data.ts';
import { PagePrint } from './page-print.tsx';

const noFacts: readonly FunnelFact[] = [];

/** A version as it was proposed, with the signatures that it has. */
export function VersionPrint(props: { word: PageWord; version: Version }): ReactNode {
  const { word, version } = props;
  const { slug, name, currency } = useDesk();
  const format = useFormat();
  const funnel = useQuery(funnelQuery(slug));
  return (
    <PagePrint
      page={pages[word]}
      // The server has parsed the body by the fields of this page before it was ever stored.
      body={version.body as Readonly<Record<string, unknown>>}
      organization={name}
      currency={parseCurrencyCode(currency) ?? ('EUR' as CurrencyCode)}
      facts={(funnel.data?.facts as readonly FunnelFact[] | undefined) ?? noFacts}
      edition={`Version ${version.version}`}
      since={`from ${format.day(version.inForceFrom)}`}
      isDraft={version.isDraft}
      signatures={version.signatures.map((one) => ({
        seat: one.seat,
        name: one.name,
        interim: one.interim !== null,
        at: one.signedAt,
      }))}
    />
  );
}
