import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { AccountMenu } from '../account-menu.tsx';
import type { Capability } from '../api.ts';
import { BrandLogo } from '../brand/brand-logo.tsx';
import { PagePending } from '../page-states.tsx';
import { paths } from '../paths.ts';
import { LocaleProvider } from '../ui/format.tsx';
import { Page } from '../ui/page.tsx';
import { Shell } from '../ui/shell.tsx';
import { useAccent } from './brand/use-accent.ts';
import { isPortalClosed, PortalClosed } from './closed.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { PortalContext, portalQuery, usePortalSlug } from './portal-context.ts';
import { Spoken } from './spoken.tsx';
import { Trouble } from './trouble.tsx';
import { useKeptSpeech } from './use-kept-speech.ts';
import { localeOf, useSpeech } from './use-speech.ts';
import { type PortalWords, portalPages } from './words.ts';

/** Loaded after the page itself: nobody waits for it. */
const NoticeMenu = lazy(() =>
  import('../notice/notice-menu.tsx').then((module) => ({ default: module.NoticeMenu })),
);

type Place = {
  readonly label: keyof PortalWords['nav'];
  readonly path: (slug: string) => string;
  readonly needs: Capability;
};

/** The places of the portal, in the order of the navigation. */
const places: readonly Place[] = [
  { label: 'home', path: paths.portal, needs: 'portal.read' },
  { label: 'registrations', path: paths.portalRegistrations, needs: 'portal.read' },
  { label: 'credit', path: paths.portalDeals, needs: 'portal.read' },
  { label: 'disputes', path: paths.portalDisputes, needs: 'portal.read' },
  { label: 'earnings', path: paths.portalEarnings, needs: 'portal.earnings' },
  { label: 'notices', path: paths.portalNotices, needs: 'portal.read' },
  { label: 'team', path: paths.portalTeam, needs: 'portal.read' },
  { label: 'terms', path: paths.portalTerms, needs: 'portal.read' },
];

/** The frame of the partner's side: one program, one partner, and what its people may see and do there. */
export function PortalFrame(): ReactNode {
  const slug = usePortalSlug();
  const speech = useSpeech();
  const { language } = speech;
  const words = portalPages[language];
  const portal = useQuery(portalQuery(slug));
  const keptSpeech = useKeptSpeech(slug, speech, portal.data?.me.language);
  useAccent(portal.data?.brand?.accent ?? null);
  if (isPortalClosed(portal.error)) {
    return (
      <Spoken speech={speech}>
        <PortalClosed slug={slug} isLooking={portal.isFetching} onLook={() => void portal.refetch()} />
      </Spoken>
    );
  }
  if (portal.error !== null) {
    return (
      <Spoken speech={speech}>
        <main style={{ padding: 'var(--mantine-spacing-lg)' }}>
          <Page title={words.notShown} width="narrow">
            <Trouble error={portal.error} onRetry={() => void portal.refetch()} />
            <a href={paths.home()}>{words.toStart}</a>
          </Page>
        </main>
      </Spoken>
    );
  }
  if (portal.data === undefined) return <PagePending />;
  const { organization, partner, brand, me } = portal.data;
  const name = brand?.name ?? organization.name;
  const shown = { ...portal.data, slug, organization: { ...organization, name }, payer: organization.name };
  const links = places
    .filter((place) => me.capabilities.includes(place.needs))
    .map((place) => ({ label: words.nav[place.label], href: place.path(slug) }));
  return (
    <LocaleProvider language={localeOf(language)} timeZone={organization.timeZone}>
      <Spoken speech={keptSpeech}>
        <PortalContext value={shown}>
          <Shell
            place={`${name} · ${partner.name}`}
            mark={brand?.logo ? <BrandLogo slug={slug} logo={brand.logo} height={26} /> : undefined}
            homeHref={paths.portal(slug)}
            links={links}
            account={
              <>
                <LanguageMenu />
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
      </Spoken>
    </LocaleProvider>
  );
}
