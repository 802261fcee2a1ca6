import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { AccountMenu } from '../account-menu.tsx';
import { PagePending } from '../page-states.tsx';
import { paths } from '../paths.ts';
import { organizationQuery } from '../session.ts';
import { LocaleProvider } from '../ui/format.tsx';
import { Page } from '../ui/page.tsx';
import { Shell } from '../ui/shell.tsx';
import { useShortcut } from '../ui/shortcuts.tsx';
import { ErrorState } from '../ui/states.tsx';
import { undoLast } from '../ui/toast.tsx';
import { Tools } from '../ui/tools.tsx';
import { DeskContext, useOrgSlug } from './desk-context.ts';
import { deskLinks } from './desk-links.ts';
import { useFind } from './find.ts';
import { OrganizationMenu, useOtherOrganizations } from './organization-menu.tsx';

/** Only the demo company pays for its banner. */
const DemoBanner = lazy(() => import('./demo-banner.tsx').then((module) => ({ default: module.DemoBanner })));

/** Loaded after the page itself: nobody waits for it. */
const NoticeMenu = lazy(() =>
  import('../notice/notice-menu.tsx').then((module) => ({ default: module.NoticeMenu })),
);

/** The frame of the vendor's side: one organization, its navigation, and what the person may do in it. */
export function DeskFrame(): ReactNode {
  const slug = useOrgSlug();
  const router = useRouter();
  const organization = useQuery(organizationQuery(slug));
  const links = useMemo(
    () => deskLinks(slug, new Set(organization.data?.me.capabilities ?? [])),
    [slug, organization.data],
  );
  const commands = useMemo(
    () =>
      links.map((link) => ({
        id: link.href,
        label: `Go to ${link.label}`,
        group: 'Go',
        keys: link.keys,
        run: () => router.history.push(link.href),
      })),
    [links, router],
  );
  const others = useOtherOrganizations(slug);
  const find = useFind(slug, organization.data?.me.capabilities.includes('opportunity.read') ?? false);
  useShortcut('mod+z', 'Take the last act back', 'General', undoLast);

  if (organization.error !== null) {
    return (
      <main style={{ padding: 'var(--mantine-spacing-lg)' }}>
        <Page title="This organization cannot be shown" width="narrow">
          <ErrorState error={organization.error} onRetry={() => void organization.refetch()} />
          <a href={paths.home()}>Go to the start</a>
        </Page>
      </main>
    );
  }
  if (organization.data === undefined) return <PagePending />;
  return (
    <LocaleProvider language={navigator.language} timeZone={organization.data.timeZone}>
      <DeskContext value={organization.data}>
        {links.map((link) => (
          <GoShortcut key={link.href} {...link} />
        ))}
        <Tools commands={commands} {...find}>
          {(openPalette) => (
            <Shell
              place={organization.data.name}
              placeMenu={
                others.length === 0 ? null : (
                  <OrganizationMenu name={organization.data.name} others={others} />
                )
              }
              homeHref={paths.desk(slug)}
              notice={
                organization.data.isDemo ? (
                  <Suspense fallback={null}>
                    <DemoBanner />
                  </Suspense>
                ) : null
              }
              links={links}
              onSearch={openPalette}
              account={
                <>
                  <Suspense fallback={null}>
                    <NoticeMenu inbox={{ slug, face: 'desk' }} />
                  </Suspense>
                  <AccountMenu
                    name={organization.data.me.name}
                    own={[
                      { label: 'My sessions', href: paths.sessions(slug) },
                      { label: 'Password and second factor', href: paths.security(slug) },
                    ]}
                    more={[{ label: 'About Tandem', href: paths.about(slug) }]}
                  />
                </>
              }
            >
              <Outlet />
            </Shell>
          )}
        </Tools>
      </DeskContext>
    </LocaleProvider>
  );
}

function GoShortcut(props: { keys: string; label: string; href: string }): null {
  const router = useRouter();
  useShortcut(props.keys, `Go to ${props.label}`, 'Go', () => router.history.push(props.href));
  return null;
}
