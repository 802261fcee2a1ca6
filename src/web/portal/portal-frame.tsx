import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { AccountMenu } from '../account-menu.tsx';
import type { Capability } from '../api.ts';
import { PagePending } from '../page-states.tsx';
import { paths } from '../paths.ts';
import { LocaleProvider } from '../ui/format.tsx';
import { Page } from '../ui/page.tsx';
import { Shell } from '../ui/shell.tsx';
import { ErrorState } from '../ui/states.tsx';
import { PortalContext, portalQuery, usePortalSlug } from './portal-context.ts';

/** Loaded after the page itself: nobody waits for it. */
const NoticeMenu = lazy(() =>
  import('../notice/notice-menu.tsx').then((module) => ({ default: module.NoticeMenu })),
);

type Place = { label: string; path: (slug: string) => string; needs: Capability };

/** The places of the portal, in the order of the navigation. */
const places: readonly Place[] = [
  { label: 'My deals', path: paths.portal, needs: 'portal.read' },
  { label: 'Disputes', path: paths.portalDisputes, needs: 'portal.read' },
  { label: 'Notices', path: paths.portalNotices, needs: 'portal.read' },
  { label: 'Earnings', path: paths.portalEarnings, needs: 'portal.earnings' },
];

/** The frame of the partner's side: one program, one partner, and what its people may see and do there. */
export function PortalFrame(): ReactNode {
  const slug = usePortalSlug();
  const portal = useQuery(portalQuery(slug));
  if (portal.error !== null) {
    return (
      <main style={{ padding: 'var(--mantine-spacing-lg)' }}>
        <Page title="These pages cannot be shown" width="narrow">
          <ErrorState error={portal.error} onRetry={() => void portal.refetch()} />
          <a href={paths.home()}>Go to the start</a>
        </Page>
      </main>
    );
  }
  if (portal.data === undefined) return <PagePending />;
  const { organization, partner, me } = portal.data;
  const links = places
    .filter((place) => me.capabilities.includes(place.needs))
    .map((place) => ({ label: place.label, href: place.path(slug) }));
  return (
    <LocaleProvider language={navigator.language} timeZone={organization.timeZone}>
      <PortalContext value={{ ...portal.data, slug }}>
        <Shell
          place={`${organization.name} · ${partner.name}`}
          homeHref={paths.portal(slug)}
          links={links}
          account={
            <>
              <Suspense fallback={null}>
                <NoticeMenu inbox={{ slug, face: 'portal' }} />
              </Suspense>
              <AccountMenu name={me.name} />
            </>
          }
        >
          <Outlet />
        </Shell>
      </PortalContext>
    </LocaleProvider>
  );
}
