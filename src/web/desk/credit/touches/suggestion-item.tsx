import { Button, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { defaultRoleTable } from '#core/attribution/policy.ts';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import { paths } from '../../../paths.ts';
import { Proofs } from '../../../proofs.tsx';
import { useFormat } from '../../../ui/format.tsx';
import { ReasonDialog } from '../../../ui/reason-dialog.tsx';
import { toastDone, toastProblem, toastUndo } from '../../../ui/toast.tsx';
import { useDesk } from '../../desk-context.ts';
import { focusNext, Item } from './item.tsx';
import classes from './waiting.module.css';
import { type KeptTouch, type TouchSuggestion, useReadWaiting } from './waiting-data.ts';
import { actWords } from './waiting-words.ts';

/** A touch that could be confirmed with one click. What is missing is asked for in place. */
export function SuggestionItem(props: { suggestion: TouchSuggestion; showsDeal: boolean }): ReactNode {
  const { suggestion } = props;
  const { slug, me } = useDesk();
  const format = useFormat();
  const readAgain = useReadWaiting();
  const [dismissing, setDismissing] = useState(false);
  /** Whether the drafted outcome is put into one's own words; one click confirms it as it is. */
  const [rewords, setRewords] = useState(false);
  const [more, setMore] = useState({ person: suggestion.person?.id ?? null, outcome: '', evidence: '' });
  const path = { org: slug, opportunity: suggestion.deal.id };
  const accept = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/v1/o/{org}/opportunities/{opportunity}/suggestions/acceptances', {
          params: { path },
          body: {
            key: suggestion.key,
            partnerPersonId: more.person,
            outcome: filled(more.outcome),
            evidence: filled(more.evidence) === null ? null : [more.evidence.trim()],
          },
        }),
      ),
    onSuccess: (kept) => {
      focusNext();
      toastUndo(acceptedWords(kept), () => void takeBack(kept));
    },
    onError: toastProblem,
    onSettled: readAgain,
  });
  const takeBack = async (kept: KeptTouch): Promise<void> => {
    const wrong = { kind: 'touch', factId: kept.touchId, reason: 'Accepted by mistake' } as const;
    const call = api.POST('/api/v1/o/{org}/withdrawals', { params: { path: { org: slug } }, body: wrong });
    await take(call).then(() => toastDone('The touch is withdrawn.'), toastProblem);
    await readAgain();
  };
  const dismiss = useMutation({
    mutationFn: (reason: string) =>
      take(
        api.POST('/api/v1/o/{org}/opportunities/{opportunity}/suggestions/dismissals', {
          params: { path },
          body: { key: suggestion.key, reason },
        }),
      ),
    onSuccess: () => {
      setDismissing(false);
      toastDone('Dismissed. It is not suggested again.');
    },
    onSettled: readAgain,
  });
  const asksOutcome = rewords || suggestion.missing.includes('outcome');
  const open = [
    ...(more.person === null ? ['who it was'] : []),
    ...(asksOutcome && filled(more.outcome) === null ? ['what came of it'] : []),
    ...(suggestion.missing.includes('evidence') && filled(more.evidence) === null ? ['what proves it'] : []),
  ];
  const what = `${actWords({ kind: 'touch', what: suggestion.action })} by ${suggestion.person?.name ?? 'somebody'}, ${suggestion.partner.name}`;
  return (
    <>
      <Item
        label={what}
        yes={{
          label: 'Confirm',
          onClick: () => accept.mutate(),
          isPending: accept.isPending,
          disabled: open.length > 0,
          why: `Say ${open.join(', ')} first.`,
        }}
        no={{ label: 'Dismiss', onClick: () => setDismissing(true) }}
      >
        <p className={classes.what}>{what}</p>
        {props.showsDeal ? (
          <p>
            <a href={paths.opportunity(slug, String(suggestion.deal.number))}>
              #{suggestion.deal.number} {suggestion.deal.name}
            </a>
            {suggestion.account === null ? '' : ` · ${suggestion.account}`}
          </p>
        ) : null}
        {suggestion.outcome === null || rewords ? null : (
          <p className={classes.outcome}>
            {suggestion.outcome}{' '}
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => {
                setMore((before) => ({ ...before, outcome: suggestion.outcome ?? '' }));
                setRewords(true);
              }}
            >
              Reword
            </Button>
          </p>
        )}
        <Proofs
          evidence={suggestion.evidence}
          mailHref={(mail) => paths.opportunity(slug, String(suggestion.deal.number), { mail })}
        />
        <p className={classes.small}>{format.sentence(suggestion.why)}</p>
        <p className={classes.small}>
          as {defaultRoleTable[suggestion.role].label.toLowerCase()}
          {suggestion.stageOrder === null ? '' : ` at S${suggestion.stageOrder}`} ·{' '}
          {format.day(suggestion.occurredOn)} · with {suggestion.internalOwner ?? me.name} of ours
        </p>
        {suggestion.missing.length === 0 && !rewords ? null : (
          <div className={classes.missing}>
            {suggestion.missing.includes('person') ? (
              <Select
                size="xs"
                label="Who it was"
                placeholder={suggestion.people.length === 0 ? 'Nobody is known there' : 'Choose'}
                data={suggestion.people.map(({ partnerPersonId, name }) => ({
                  value: partnerPersonId,
                  label: name,
                }))}
                value={more.person}
                onChange={(person) => setMore((before) => ({ ...before, person }))}
                disabled={suggestion.people.length === 0}
                searchable
              />
            ) : null}
            {asksOutcome ? (
              <TextInput
                size="xs"
                label="What came of it"
                placeholder="In one line"
                value={more.outcome}
                onChange={(event) => {
                  const outcome = event.currentTarget.value;
                  setMore((before) => ({ ...before, outcome }));
                }}
                maxLength={2000}
              />
            ) : null}
            {suggestion.missing.includes('evidence') ? (
              <TextInput
                size="xs"
                label="What proves it"
                placeholder="https://… or meeting:…"
                value={more.evidence}
                onChange={(event) => {
                  const evidence = event.currentTarget.value;
                  setMore((before) => ({ ...before, evidence }));
                }}
                maxLength={2000}
              />
            ) : null}
          </div>
        )}
      </Item>
      {dismissing ? (
        <ReasonDialog
          title="Dismiss this suggestion?"
          says="It is not made again on this deal. Nothing is taken from the partner: it may still claim the act."
          label="Why it is no touch"
          act="Dismiss it"
          error={dismiss.error}
          isPending={dismiss.isPending}
          onSubmit={(reason) => dismiss.mutate(reason)}
          onClose={() => setDismissing(false)}
        />
      ) : null}
    </>
  );
}

function filled(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** That it stands, and what it lacks to count. */
function acceptedWords(kept: KeptTouch): string {
  return ['Confirmed in your name.', ...kept.remarks.map(({ sentence }) => sentence)].join(' ');
}
