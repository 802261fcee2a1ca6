import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { PagePending } from '../page-states.tsx';
import { paths } from '../paths.ts';
import { ApiProblem } from '../problem.ts';
import { installationQuery, meQuery } from '../session.ts';
import { ErrorState } from '../ui/states.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { firstPage } from './first-page.ts';

/** The bare address: leads to set-up, to sign-in, to the one organization, or to the choice of several. */
export function Home(): ReactNode {
  const router = useRouter();
  const installation = useQuery(installationQuery);
  const isSetUp = installation.data?.isSetUp;
  const me = useQuery({ ...meQuery, enabled: isSetUp === true, retry: false });
  const signedOut = me.error instanceof ApiProblem && me.error.problem.status === 401;
  const organizations = me.data?.organizations;

  useEffect(() => {
    const [only, ...others] = organizations ?? [];
    if (isSetUp === false) router.history.replace(paths.setUp());
    else if (signedOut) router.history.replace(paths.signIn());
    else if (only !== undefined && others.length === 0)
      router.history.replace(firstPage(only.slug, only.roles));
    else if (organizations !== undefined) router.history.replace(paths.organizations());
  }, [isSetUp, signedOut, organizations, router]);

  const failure = installation.error ?? (signedOut ? null : me.error);
  if (failure === null) return <PagePending />;
  return (
    <EntryFrame title="Tandem">
      <ErrorState error={failure} onRetry={() => void installation.refetch()} />
    </EntryFrame>
  );
}
