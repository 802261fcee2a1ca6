import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Brand } from '../../../brand/brand-data.ts';
import { Card } from '../../../ui/card.tsx';
import { Page } from '../../../ui/page.tsx';
import { ErrorState, Loading } from '../../../ui/states.tsx';
import { useDesk } from '../../desk-context.ts';
import { PortalClosedNote, usePortalOpening } from '../../portal/portal-opening.tsx';
import classes from './brand.module.css';
import { brandQuery } from './brand-data.ts';
import { type BrandFields, BrandForm } from './brand-form.tsx';
import { BrandPreview } from './brand-preview.tsx';
import { LogoCard } from './logo-card.tsx';

/** Settings: how the company looks in its portal, with the portal beside it as partners will see it. */
export function BrandSettings(): ReactNode {
  const { slug } = useDesk();
  const brand = useQuery(brandQuery(slug));
  const opening = usePortalOpening();
  return (
    <Page
      title="Portal"
      lead="How partners see you: in the portal and on the page on which they sign in to it."
    >
      {brand.error === null ? null : <ErrorState error={brand.error} onRetry={() => void brand.refetch()} />}
      {opening.data?.state === 'closed' ? (
        <Card>
          <PortalClosedNote opening={opening.data} />
        </Card>
      ) : null}
      {brand.data === undefined ? (
        brand.error === null ? (
          <Loading rows={6} />
        ) : null
      ) : (
        <Settings brand={brand.data} />
      )}
    </Page>
  );
}

function Settings(props: { brand: Brand | null }): ReactNode {
  const { brand } = props;
  const { slug, name } = useDesk();
  const [fields, setFields] = useState<BrandFields>(() => ({
    name: brand?.hasOwnName ? brand.name : '',
    accent: brand?.accent ?? '',
    en: brand?.welcome.en ?? '',
    de: brand?.welcome.de ?? '',
  }));
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <BrandForm fields={fields} onChange={setFields} />
        <LogoCard logo={brand?.logo ?? null} />
      </div>
      <BrandPreview
        slug={slug}
        name={fields.name.trim() === '' ? name : fields.name.trim()}
        accent={fields.accent}
        welcome={fields.en}
        logo={brand?.logo ?? null}
      />
    </div>
  );
}
