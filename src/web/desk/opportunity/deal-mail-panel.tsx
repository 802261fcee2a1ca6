import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import type { components } from '../../api-schema.d.ts';
import { useFormat } from '../../ui/format.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { useDesk } from '../desk-context.ts';
import classes from './deal-mail.module.css';

type Named = { readonly name: string | null; readonly address: string };

/** One mail beside the deal, as plain text: who it says wrote it, to whom, what, and which files came with it. */
export function DealMailPanel(props: { mailId: string; onClose: () => void }): ReactNode {
  const { slug } = useDesk();
  const mail = useQuery({
    queryKey: ['opportunity', slug, 'mail', props.mailId],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/mails/{mailId}', { params: { path: { org: slug, mailId: props.mailId } } }),
      ),
  });
  return (
    <SidePanel opened onClose={props.onClose} title={mail.data?.subject ?? 'Mail'} size={640}>
      {mail.error !== null ? (
        <ErrorState error={mail.error} onRetry={() => void mail.refetch()} />
      ) : mail.data === undefined ? (
        <Loading rows={6} label="Loading the mail" />
      ) : (
        <WholeMail mail={mail.data} />
      )}
    </SidePanel>
  );
}

function WholeMail(props: { mail: components['schemas']['WholeMail'] }): ReactNode {
  const { mail } = props;
  const format = useFormat();
  const to = mail.recipients.filter(({ field }) => field === 'to');
  const cc = mail.recipients.filter(({ field }) => field === 'cc');
  return (
    <>
      <dl className={classes.head}>
        <dt>From</dt>
        <dd>
          {mail.from === null ? 'nobody named' : named(mail.from)}
          <span className={classes.small}> as the mail claims, not verified</span>
        </dd>
        {to.length === 0 ? null : (
          <>
            <dt>To</dt>
            <dd>{to.map(named).join(', ')}</dd>
          </>
        )}
        {cc.length === 0 ? null : (
          <>
            <dt>Cc</dt>
            <dd>{cc.map(named).join(', ')}</dd>
          </>
        )}
        <dt>Dated</dt>
        <dd>{format.day(mail.occurredOn)}</dd>
        <dt>Received</dt>
        <dd>{format.day(mail.receivedOn)}</dd>
        {mail.attachments.length === 0 ? null : (
          <>
            <dt>Files</dt>
            <dd>
              {mail.attachments.map(({ name, bytes }) => `${name} (${format.bytes(bytes)})`).join(', ')}
              <span className={classes.small}> named only: the files stay with the mail in your mailbox</span>
            </dd>
          </>
        )}
      </dl>
      <pre className={classes.text}>{mail.text === '' ? 'It has no text.' : mail.text}</pre>
      {mail.isCut ? (
        <Text size="xs" c="dimmed">
          The mail is longer. What is behind this was not kept.
        </Text>
      ) : null}
    </>
  );
}

function named({ name, address }: Named): string {
  return name === null ? address : `${name} <${address}>`;
}
