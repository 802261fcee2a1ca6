import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { paths } from '../../paths.ts';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { DealSuggestions } from '../credit/touches/deal-suggestions.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { CreditCard } from './credit-card.tsx';
import { DealFacts } from './deal-facts.tsx';
import { DealMails } from './deal-mail.tsx';
import { DealPay } from './deal-pay.tsx';
import { FactHistory } from './fact-history.tsx';
import classes from './opportunity.module.css';
import { type Opportunity, opportunityQuery } from './opportunity-data.ts';
import { stageText } from './opportunity-words.ts';
import { RecordCosell } from './record-cosell.tsx';
import { RecordIntroduction } from './record-introduction.tsx';
import { RecordTouch } from './record-touch.tsx';
import { StageLine } from './stage-line.tsx';

/** One deal: whose credit it is and why, how it went, what its source said over time. */
export function OpportunityPage(): ReactNode {
  const { slug } = useDesk();
  const { opportunity = '' } = useParams({ strict: false }) as { opportunity?: string };
  const deal = useQuery(opportunityQuery(slug, opportunity));
  const up = { label: 'Pipeline', href: paths.pipeline(slug) };
  if (deal.error !== null) {
    return (
      <Page title="This deal cannot be shown" up={up} width="narrow">
        <ErrorState error={deal.error} onRetry={() => void deal.refetch()} />
      </Page>
    );
  }
  if (deal.data === undefined) return <Loading rows={8} label="Loading the deal" />;
  return <Deal deal={deal.data} up={up} />;
}

function Deal(props: { deal: Opportunity; up: { label: string; href: string } }): ReactNode {
  const { deal } = props;
  const mayRecord = useMay('touch.record');
  const [recording, setRecording] = useState<'introduction' | 'touch' | 'plan' | 'check-in' | null>(null);
  const close = (): void => setRecording(null);
  return (
    <Page
      title={deal.name}
      up={props.up}
      lead={`#${deal.number} · ${deal.account?.name ?? 'no account'} · ${stageText(deal.stage, deal.outcome)}`}
      actions={
        mayRecord ? (
          <>
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="default">Co-selling</Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => setRecording('plan')}>Record a co-sell plan</Menu.Item>
                <Menu.Item onClick={() => setRecording('check-in')}>Record a check-in</Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <Button variant="default" onClick={() => setRecording('introduction')}>
              Record an introduction
            </Button>
            <Button onClick={() => setRecording('touch')}>Record a touch</Button>
          </>
        ) : null
      }
    >
      <div className={classes.columns}>
        <div className={classes.main}>
          <CreditCard deal={deal} />
          <DealSuggestions opportunityId={deal.opportunityId} />
          <DealMails opportunityId={deal.opportunityId} />
          <DealPay opportunityId={deal.opportunityId} isWon={deal.outcome === 'won'} />
          <StageLine deal={deal} />
          <FactHistory facts={deal.facts} />
        </div>
        <DealFacts deal={deal} />
      </div>
      {recording === 'introduction' ? <RecordIntroduction deal={deal} onClose={close} /> : null}
      {recording === 'plan' || recording === 'check-in' ? (
        <RecordCosell deal={deal} what={recording} onClose={close} />
      ) : null}
      {recording === 'touch' ? <RecordTouch deal={deal} onClose={close} /> : null}
    </Page>
  );
}
