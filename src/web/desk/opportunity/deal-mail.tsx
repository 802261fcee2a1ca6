import { Badge, Button, CopyButton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import type { components } from '../../api-schema.d.ts';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { useDesk } from '../desk-context.ts';
import classes from './deal-mail.module.css';
import { DealMailPanel } from './deal-mail-panel.tsx';

type DealMail = components['schemas']['DealMail'];

/** The address that takes mail for a deal, and what came to it. Nothing where no mail comes in. */
export function DealMails(props: { opportunityId: string }): ReactNode {
  const { slug } = useDesk();
  const url = useUrlState();
  const opened = url.get('mail');
  const mails = useQuery({
    queryKey: ['opportunity', slug, props.opportunityId, 'mails'],
    queryFn: () =>
      take(
        api.GET('/api/v1/o/{org}/opportunities/{opportunity}/mails', {
          params: { path: { org: slug, opportunity: props.opportunityId } },
        }),
      ),
  });
  const { address = null, items = [], isMore = false } = mails.data ?? {};
  return (
    <>
      {address === null && items.length === 0 ? null : (
        <Card>
          <section aria-label="Mail to this deal" className={classes.section}>
            <Title order={2}>Mail to this deal</Title>
            {address === null ? null : <Address address={address} />}
            {items.length === 0 ? null : (
              <ul className={classes.mails}>
                {items.map((mail) => (
                  <li key={mail.mailId}>
                    <MailLine mail={mail} onOpen={() => url.set({ mail: mail.mailId })} />
                  </li>
                ))}
              </ul>
            )}
            {isMore ? (
              <Text size="xs" c="dimmed">
                These are the newest {items.length}.
              </Text>
            ) : null}
          </section>
        </Card>
      )}
      {opened === undefined ? null : (
        <DealMailPanel mailId={opened} onClose={() => url.set({ mail: undefined })} />
      )}
    </>
  );
}

function Address(props: { address: string }): ReactNode {
  return (
    <>
      <div className={classes.address}>
        <code>{props.address}</code>
        <CopyButton value={props.address}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="default" onClick={copy} aria-label="Copy the address">
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </div>
      <Text size="sm" c="dimmed">
        Put it into Cc of a mail with the partner. The mail is kept here and suggested as a touch. It credits
        nobody before one of us confirms it.
      </Text>
    </>
  );
}

function MailLine(props: { mail: DealMail; onOpen: () => void }): ReactNode {
  const { mail } = props;
  const format = useFormat();
  const sender = mail.from === null ? 'nobody named' : (mail.from.name ?? mail.from.address);
  const files = mail.attachments.length;
  return (
    <div className={classes.mail}>
      <div>
        <button type="button" className={classes.subject} onClick={props.onOpen}>
          {mail.subject}
        </button>
        <p className={classes.small}>
          from {sender}, not verified · {format.day(mail.occurredOn)}
          {files === 0 ? '' : ` · ${files} ${files === 1 ? 'file' : 'files'}`}
        </p>
        <p className={classes.small}>{standing(mail)}</p>
      </div>
      <Badge variant="default">{stateWords[mail.state]}</Badge>
    </div>
  );
}

const stateWords: Readonly<Record<DealMail['state'], string>> = {
  waits: 'Waits',
  touch: 'Touch',
  dismissed: 'Dismissed',
};

/** Whose it is, and what came of it. */
function standing(mail: DealMail): string {
  const who = [mail.person, mail.partner?.name].filter((one) => typeof one === 'string').join(', ');
  if (mail.state === 'dismissed') return `Dismissed: ${mail.dismissedFor ?? 'no reason given'}`;
  if (mail.partner === null) {
    return 'Nobody whom it names is known at a partner. Add them there, and it is suggested as a touch.';
  }
  return mail.state === 'touch' ? `Confirmed as an act of ${who}` : `With ${who}`;
}
