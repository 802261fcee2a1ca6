import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useRouter } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { invitationWords } from '#core/portal/invitation-words.ts';
import { type Role, roles } from '#core/program/roles.ts';
import type { PortalLanguage } from '#core/registration/portal-format.ts';
import { api } from '../api.ts';
import { take } from '../api-client.ts';
import { paths } from '../paths.ts';
import { fieldError, problemOf } from '../problem.ts';
import { meQuery } from '../session.ts';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { type EntryWords, useEntrySpeech } from './entry-speech.ts';
import { useSecretToken } from './secret-token.ts';

/** The page behind a mailed invitation: what it is for, then one press (or a name and a password) to accept. */
export function Invitation(): ReactNode {
  const { org = '' } = useParams({ strict: false }) as { org?: string };
  const token = useSecretToken();

  const me = useQuery({ ...meQuery, retry: false });
  const invitation = useQuery({
    queryKey: ['invitation', org, token],
    queryFn: () =>
      take(api.POST('/api/v1/o/{org}/invitation/read', { params: { path: { org } }, body: { token } })),
    enabled: token !== '',
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

  const isForPortal = invitation.data?.roles.some((role) => roles[role].face === 'portal') ?? false;
  const speech = useEntrySpeech(isForPortal);
  const { words, language } = speech;
  if (token === '' || invitation.error !== null) {
    return (
      <EntryFrame title={words.badInvitation} speech={speech}>
        {invitation.error === null ? null : <ErrorState error={invitation.error} />}
        <EmptyState title={words.newInvitation} action={{ label: words.signIn, href: paths.signIn() }}>
          {words.invitationWorks}
        </EmptyState>
      </EntryFrame>
    );
  }
  if (invitation.data === undefined || me.isPending) {
    return (
      <EntryFrame title={words.invitation} speech={speech}>
        <Loading rows={3} />
      </EntryFrame>
    );
  }
  const { organization, email } = invitation.data;
  return (
    <EntryFrame
      title={words.join(organization)}
      lead={words.invitedAs(invitation.data.roles.map((role) => roleName(language, role)).join(', '), email)}
      speech={speech}
    >
      <Accept words={words} org={org} token={token} email={email} signedInAs={me.data?.email ?? null} />
    </EntryFrame>
  );
}

/** The roles at a partner are called as in the letter; those of the company have one name. */
function roleName(language: PortalLanguage, role: Role): string {
  return role === 'partner_admin' || role === 'partner_rep'
    ? invitationWords[language].roles[role]
    : roles[role].label;
}

function Accept(props: {
  words: EntryWords;
  org: string;
  token: string;
  email: string;
  signedInAs: string | null;
}): ReactNode {
  const router = useRouter();
  const queries = useQueryClient();
  const { words } = props;
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const isThemselves = props.signedInAs?.toLowerCase() === props.email.toLowerCase();
  const accept = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/v1/o/{org}/invitation/accept', {
          params: { path: { org: props.org } },
          body: isThemselves ? { token: props.token } : { token: props.token, name, password },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: meQuery.queryKey });
      router.history.replace(paths.desk(props.org));
    },
  });
  const problem = accept.error === null ? null : problemOf(accept.error);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    accept.mutate();
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="md">
        {problem === null || (problem.errors?.length ?? 0) > 0 ? null : <ErrorState error={accept.error} />}
        {isThemselves ? (
          <Text>{words.signedIn}</Text>
        ) : (
          <>
            {props.signedInAs === null ? null : (
              <Text size="sm" c="dimmed">
                {words.otherAddress(props.signedInAs, props.email)}
              </Text>
            )}
            <TextInput label={words.email} value={props.email} autoComplete="username" readOnly />
            <TextInput
              label={words.yourName}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={fieldError(problem, 'name')}
              autoComplete="name"
              required
            />
            <PasswordInput
              label={words.ownPassword}
              description={words.passwordSays}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              error={fieldError(problem, 'password')}
              autoComplete="new-password"
              minLength={10}
              required
            />
          </>
        )}
        <Button type="submit" size="md" loading={accept.isPending}>
          {words.accept}
        </Button>
        {isThemselves ? null : (
          <Text size="sm" c="dimmed">
            {words.haveSignIn(props.email)} <a href={paths.signIn()}>{words.signInFirst}</a>.{' '}
            {words.thenAgain}
          </Text>
        )}
      </Stack>
    </form>
  );
}
