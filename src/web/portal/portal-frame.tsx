import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { AccountMenu } from '../account-menu.tsx';
import type { Capability } from '../api.ts';
import { PagePending } from '../page-states.tsx';
import { paths } from '../paths.ts';
import { LocaleProvider } from '../ui/format.tsx';
import { Page } from '../ui/page.tsx';
import { Shell } from '../ui/shell.tsx';
import { ErrorState } from '../ui/states.tsx';
import { keepLanguage, keptLanguage, LanguageContext } from './language.ts';
import { LanguageMenu } from './language-menu.tsx';
import { PortalContext, portalQuery, usePortalSlug } from './portal-context.ts';
import { type PortalWords, portalPages } from './words.ts';

/** Loaded after the page itself: nobody waits for it. */
const NoticeMenu = lazy(() =>
  import('../notice/notice-menu.tsx').then((module) => ({ default: module.NoticeMenu })),
);

type Place = {
  readonly label: keyof PortalWords['nav'];
  readonly path: (slug: string) => string;
  readonly needs: Capability;
  /** The page is there in every language of the portal; the others are in English. */
  readonly isTranslated: boolean;
};

/** The places of the portal, in the order of the navigation. */
const places: readonly Place[] = [
  { label: 'home', path: paths.portal, needs: 'portal.read', isTranslated: true },
  { label: 'registrations', path: paths.portalRegistrations, needs: 'portal.read', isTranslated: true },
  { label: 'credit', path: paths.portalDeals, needs: 'portal.read', isTranslated: false },
  { label: 'disputes', path: paths.portalDisputes, needs: 'portal.read', isTranslated: false },
  { label: 'earnings', path: paths.portalEarnings, needs: 'portal.earnings', isTranslated: false },
  { label: 'notices', path: paths.portalNotices, needs: 'portal.read', isTranslated: false },
  { label: 'terms', path: paths.portalTerms, needs: 'portal.read', isTranslated: true },
  { label: 'team', path: paths.portalTeam, needs: 'portal.read', isTranslated: true },
];

/** The frame of the partner's side: one program, one partner, and what its people may see and do there. */
export function PortalFrame(): ReactNode {
  const slug = usePortalSlug();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const [language, setLanguage] = useState(keptLanguage);
  const speech = useMemo(
    () => ({
      language,
      choose: (chosen: typeof language) => {
        keepLanguage(chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  useEffect(() => {
    document.documentElement.lang = language;
    return () => {
      document.documentElement.lang = 'en';
    };
  }, [language]);
  const portal = useQuery(portalQuery(slug));
  if (portal.error !== null) {
    return (
      <main lang="en" style={{ padding: 'var(--mantine-spacing-lg)' }}>
        <Page title="These pages cannot be shown" width="narrow">
          <ErrorState error={portal.error} onRetry={() => void portal.refetch()} />
          <a href={paths.home()}>Go to the start</a>
        </Page>
      </main>
    );
  }
  if (portal.data === undefined) return <PagePending />;
  const { organization, partner, me } = portal.data;
  const words = portalPages[language];
  const links = places
    .filter((place) => me.capabilities.includes(place.needs))
    .map((place) => ({ label: words.nav[place.label], href: place.path(slug) }));
  const isEnglish = places.some((place) => !place.isTranslated && path.startsWith(place.path(slug)));
  return (
    <LocaleProvider language={localeOf(language)} timeZone={organization.timeZone}>
      <LanguageContext value={speech}>
        <PortalContext value={{ ...portal.data, slug }}>
          <Shell
            place={`${organization.name} · ${partner.name}`}
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
            <div lang={isEnglish ? 'en' : language}>
              <Outlet />
            </div>
          </Shell>
        </PortalContext>
      </LanguageContext>
    </LocaleProvider>
  );
}

/** Figures as the reader's region writes them, where that speaks the language that they read. */
function localeOf(language: string): string {
  return navigator.languages.find((tag) => tag.toLowerCase().startsWith(language)) ?? language;
}
