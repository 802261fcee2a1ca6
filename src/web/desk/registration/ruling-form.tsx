import { Button, NativeSelect, Radio, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type RulingGround, rulingGrounds } from '#core/registration/conflict.ts';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { evidenceLines } from '../../evidence-lines.ts';
import { fieldError, problemOf } from '../../problem.ts';
import { ErrorState } from '../../ui/states.tsx';
import { useDesk } from '../desk-context.ts';
import { type Conflict, useDeed } from './registration-data.ts';

/** What the radio of our own deal carries; no registration has such an id. */
const direct = 'direct';

/** Rules on a conflict: who gets the account, on which ground, in one paragraph that stands for later cases. */
export function RulingForm(props: { conflict: Conflict }): ReactNode {
  const { conflict } = props;
  const { slug } = useDesk();
  const [winner, setWinner] = useState(conflict.recommended === 'panel' ? '' : conflict.recommended);
  const [ground, setGround] = useState<RulingGround | ''>('');
  const [words, setWords] = useState('');
  const [links, setLinks] = useState('');
  const rule = useDeed(
    (given: RulingGround) =>
      take(
        api.POST('/api/v1/o/{org}/registration-conflicts/{conflict}/ruling', {
          params: { path: { org: slug, conflict: conflict.number } },
          body: {
            ground: given,
            winner: winner === direct ? null : winner,
            words: words.trim(),
            evidence: evidenceLines(links),
          },
        }),
      ),
    () => 'The ruling stands. Everybody in the case was told what became of theirs.',
  );
  const problem = rule.error === null ? null : problemOf(rule.error);
  const grounds = (Object.keys(rulingGrounds) as RulingGround[]).filter(
    (one) => one !== 'customer_choice' || conflict.customerMayChoose,
  );
  const needsProof = ground === 'customer_choice' || ground === 'disproved';
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (ground !== '') rule.mutate(ground);
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="md" mt="sm">
        {rule.error === null ? null : <ErrorState error={rule.error} />}
        <Radio.Group label="Who gets the account" value={winner} onChange={setWinner} required>
          <Stack gap="xs" mt="xs">
            {conflict.parties.map((party) => (
              <Radio
                key={party.registrationId}
                value={party.registrationId}
                label={`${party.partner}, registration ${party.number}`}
              />
            ))}
            <Radio value={direct} label="Nobody: our own deal has it" />
          </Stack>
        </Radio.Group>
        <NativeSelect
          label="Ground"
          required
          data={[
            { value: '', label: 'Choose a ground' },
            ...grounds.map((one) => ({ value: one, label: rulingGrounds[one] })),
          ]}
          value={ground}
          onChange={(event) => setGround(event.currentTarget.value as RulingGround | '')}
          error={fieldError(problem, 'ground') ?? fieldError(problem, 'winner')}
        />
        <Textarea
          label="The ruling"
          description="One paragraph that stands for later cases. The losing partner reads it: name no other partner."
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          error={fieldError(problem, 'words')}
          maxLength={4000}
          autosize
          minRows={3}
          required
        />
        <Textarea
          label="Links to what proves it"
          description={needsProof ? 'This ground needs one. One per line.' : 'One per line.'}
          value={links}
          onChange={(event) => setLinks(event.currentTarget.value)}
          error={fieldError(problem, 'evidence')}
          required={needsProof}
          autosize
          minRows={1}
        />
        <div>
          <Button
            type="submit"
            loading={rule.isPending}
            disabled={winner === '' || ground === '' || words.trim() === ''}
          >
            Rule
          </Button>
        </div>
      </Stack>
    </form>
  );
}
