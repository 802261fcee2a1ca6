import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../../paths.ts';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { useDesk } from '../desk-context.ts';
import { AppealCard } from './appeal-card.tsx';
import { ChecksCard } from './checks-card.tsx';
import { ConflictCard } from './conflict-card.tsx';
import { DecideButtons } from './decide-buttons.tsx';
import { DecisionCard } from './decision-card.tsx';
import { InTheirName } from './in-their-name.tsx';
import { PipelineCard } from './pipeline-card.tsx';
import { ProtectionCard } from './protection-card.tsx';
import classes from './registration.module.css';
import { registrationQuery } from './registration-data.ts';
import { wayWords } from './registration-words.ts';
import { SentSheet } from './sent-sheet.tsx';
import { TimelineCard } from './timeline-card.tsx';

/** One registration: on the left what was sent and what happened, on the right what a decision hangs on. */
export function RegistrationPage(): ReactNode {
  const { slug } = useDesk();
  const { number = '' } = useParams({ strict: false }) as { number?: string };
  const found = useQuery(registrationQuery(slug, Number(number)));
  const up = { label: 'Registrations', href: paths.registrations(slug) };
  if (found.error !== null) {
    return (
      <Page title="This registration cannot be shown" up={up} width="narrow">
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      </Page>
    );
  }
  const one = found.data;
  if (one === undefined) return <Loading rows={10} label="Loading the registration" />;
  return (
    <Page
      title={`${one.number}. ${one.customer}`}
      up={up}
      lead={
        <>
          <a href={paths.partner(slug, one.partner.id)}>{one.partner.name}</a>
          {one.rep === null ? '' : `, ${one.rep}`}, sent {wayWords(one.way)} · {one.stateWords}
        </>
      }
      actions={<DecideButtons key={one.number} registration={one} />}
    >
      <div className={classes.columns}>
        <div className={classes.column}>
          <SentSheet registration={one} />
          <TimelineCard registration={one} />
        </div>
        <div className={`${classes.column} ${classes.decision}`}>
          <DecisionCard registration={one} />
          <AppealCard registration={one} />
          {one.conflict === null ? null : <ConflictCard registration={one} conflict={one.conflict} />}
          <ProtectionCard registration={one} />
          <PipelineCard registration={one} />
          <ChecksCard registration={one} />
          <InTheirName registration={one} />
        </div>
      </div>
    </Page>
  );
}
