import { Badge, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { MoneyText, Unknown } from '../../ui/values.tsx';
import { useDesk } from '../desk-context.ts';
import classes from './opportunity.module.css';
import type { Opportunity } from './opportunity-data.ts';
import { classLabel, moneyOf, outcomeLabels, plainWords } from './opportunity-words.ts';

/** The present reading of a deal, what imports claim for partners, and the imports it came from. */
export function DealFacts(props: { deal: Opportunity }): ReactNode {
  const { deal } = props;
  return (
    <aside className={classes.aside} aria-label="Facts">
      <Card>
        <Title order={2}>Facts</Title>
        <FactList deal={deal} />
      </Card>
      {deal.claim === null && deal.claims.length === 0 ? null : <Claims deal={deal} />}
      <Imports deal={deal} />
    </aside>
  );
}

function FactList(props: { deal: Opportunity }): ReactNode {
  const { deal } = props;
  const { slug } = useDesk();
  const format = useFormat();
  const day = (value: string | null, assumed = false): string | null =>
    value === null ? null : `${format.day(value)}${assumed ? ' (assumed)' : ''}`;
  return (
    <>
      <dl className={classes.facts}>
        <Fact name="Account">
          {deal.account === null ? null : (
            <a href={paths.pipeline(slug, { accountId: deal.account.accountId })}>{deal.account.name}</a>
          )}
        </Fact>
        <Fact name="Amount">
          <MoneyText value={moneyOf(deal.amountMinor, deal.currency)} />
        </Fact>
        <Fact name="On entry">
          <MoneyText value={moneyOf(deal.entryAmountMinor, deal.entryCurrency)} />
        </Fact>
        <Fact name="Stage">{deal.stage}</Fact>
        <Fact name="Outcome">{outcomeLabels[deal.outcome]}</Fact>
        <Fact name="Created">{day(deal.createdOn)}</Fact>
        <Fact name="Pipeline since">{day(deal.enteredOn, deal.enteredAssumed)}</Fact>
        {deal.closedOn === null ? (
          <Fact name="Expected close">{day(deal.expectedCloseOn)}</Fact>
        ) : (
          <Fact name="Closed">{day(deal.closedOn, deal.closedAssumed)}</Fact>
        )}
        <Fact name="Owner">
          {deal.owner === null ? null : (
            <a href={paths.pipeline(slug, { owner: deal.owner })}>{deal.owner}</a>
          )}
        </Fact>
        <Fact name="Product">{deal.product}</Fact>
        <Fact name="Lead source">{deal.leadSource}</Fact>
        <Fact name="Source">
          {deal.source}, {deal.recordId}
        </Fact>
      </dl>
      {deal.lateEvents === 0 ? null : (
        <Text size="sm" mt="xs">
          <Badge color="amber">Late events</Badge> {format.count(deal.lateEvents)} stage{' '}
          {deal.lateEvents === 1 ? 'change' : 'changes'} after it was closed. They are kept; the first close
          counts.
        </Text>
      )}
    </>
  );
}

function Fact(props: { name: string; children: ReactNode }): ReactNode {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children ?? <Unknown />}</dd>
    </>
  );
}

function Claims(props: { deal: Opportunity }): ReactNode {
  const { deal } = props;
  const { slug } = useDesk();
  const format = useFormat();
  return (
    <Card className={classes.claimed ?? ''}>
      <Title order={2}>Opening balance</Title>
      <Text size="sm" c="dimmed" fs="italic">
        Imported, unproven
      </Text>
      {deal.claim === null ? null : (
        <Text size="sm" mt="xs">
          {deal.credit.class === 'none'
            ? `Claimed ${classLabel(deal.claim.class).toLowerCase()} by ${deal.claim.partner?.name ?? 'a partner'}. It is no credit until something about the deal is proven.`
            : 'Credit is proven, so the claim no longer counts.'}
        </Text>
      )}
      <ul className={classes.evidence}>
        {deal.claims.map((claim) => (
          <li key={`${claim.partnerId} ${claim.knownAt} ${claim.role}`}>
            <p>
              <a href={paths.partner(slug, claim.partnerId)}>{claim.partner}</a>
              {claim.role === null ? '' : `, ${plainWords(claim.role).toLowerCase()}`}
              {claim.isPrimary ? ', primary' : ''}
            </p>
            <p className={classes.small}>
              known {format.instant(claim.knownAt)}
              {claim.importNumber === null ? '' : `, import ${claim.importNumber}`}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Imports(props: { deal: Opportunity }): ReactNode {
  const { facts, claims } = props.deal;
  const { slug } = useDesk();
  const numbers = [...facts, ...claims].flatMap(({ importNumber }) => importNumber ?? []);
  const distinct = [...new Set(numbers)].sort((a, b) => a - b);
  if (distinct.length === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      From {distinct.length === 1 ? 'import' : 'imports'} {distinct.join(', ')}.{' '}
      <a href={paths.imports(slug)}>All imports</a>
    </Text>
  );
}
