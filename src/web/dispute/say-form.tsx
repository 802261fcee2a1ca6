import { Button, Group, Stack, Textarea, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { evidenceLines } from '../evidence-lines.ts';
import { Card } from '../ui/card.tsx';
import { ErrorState } from '../ui/states.tsx';
import { toastDone } from '../ui/toast.tsx';
import type { DisputeCase } from './case-words.ts';

export type Saying = {
  kind: 'answer' | 'evidence' | 'appeal' | 'withdrawal';
  body: string;
  links: string[];
};

const said = { answer: 'answer', add: 'evidence', appeal: 'appeal', withdraw: 'withdrawal' } as const;
const acts = {
  answer: 'Answer',
  add: 'Add evidence',
  appeal: 'Appeal to the CRO',
  withdraw: 'Take the case back',
} as const;

/** Says something in a case: what is possible now is a button, what is not says why. */
export function SayForm(props: {
  dispute: DisputeCase;
  send: (saying: Saying) => Promise<unknown>;
}): ReactNode {
  const { moves } = props.dispute;
  const [body, setBody] = useState('');
  const [links, setLinks] = useState('');
  const say = useMutation({
    mutationFn: (kind: Saying['kind']) =>
      props.send({
        kind,
        body: body.trim(),
        links: evidenceLines(links),
      }),
    onSuccess: () => {
      setBody('');
      setLinks('');
      toastDone('It is in the case. Both sides can read it.');
    },
  });
  const possible = moves.filter(({ allowed }) => allowed);
  if (possible.length === 0) return null;
  const onSubmit = (event: FormEvent): void => event.preventDefault();
  return (
    <Card>
      <form onSubmit={onSubmit}>
        <Stack gap="sm">
          <Title order={2}>Say something</Title>
          {say.error === null ? null : <ErrorState error={say.error} />}
          <Textarea
            label="What both sides will read"
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
            maxLength={10_000}
            autosize
            minRows={3}
            required
          />
          <Textarea
            label="Links to what proves it"
            description="One per line."
            value={links}
            onChange={(event) => setLinks(event.currentTarget.value)}
            autosize
            minRows={1}
          />
          <Group>
            {possible.map(({ move }, index) => (
              <Button
                key={move}
                variant={index === 0 ? 'filled' : 'default'}
                disabled={body.trim() === ''}
                loading={say.isPending && say.variables === said[move]}
                onClick={() => say.mutate(said[move])}
              >
                {acts[move]}
              </Button>
            ))}
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
