import { Button, Group, Stack, Textarea, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useContext, useState } from 'react';
import { evidenceLines } from '../evidence-lines.ts';
import { Card } from '../ui/card.tsx';
import { ErrorState } from '../ui/states.tsx';
import { toastDone } from '../ui/toast.tsx';
import { CaseTextsContext } from './case-texts.ts';
import type { DisputeCase } from './case-words.ts';

export type Saying = {
  kind: 'answer' | 'evidence' | 'appeal' | 'withdrawal';
  body: string;
  links: string[];
};

const kinds = { answer: 'answer', add: 'evidence', appeal: 'appeal', withdraw: 'withdrawal' } as const;

/** Says something in a case: what is possible now is a button, what is not says why. */
export function SayForm(props: {
  dispute: DisputeCase;
  send: (saying: Saying) => Promise<unknown>;
}): ReactNode {
  const { moves } = props.dispute;
  const said = useContext(CaseTextsContext);
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
      toastDone(said.done);
    },
  });
  const possible = moves.filter(({ allowed }) => allowed);
  if (possible.length === 0) return null;
  const onSubmit = (event: FormEvent): void => event.preventDefault();
  return (
    <Card>
      <form onSubmit={onSubmit}>
        <Stack gap="sm">
          <Title order={2}>{said.say}</Title>
          {say.error === null ? null : <ErrorState error={say.error} />}
          <Textarea
            label={said.sayLabel}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
            maxLength={10_000}
            autosize
            minRows={3}
            required
          />
          <Textarea
            label={said.links}
            description={said.linksSay}
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
                loading={say.isPending && say.variables === kinds[move]}
                onClick={() => say.mutate(kinds[move])}
              >
                {said.acts[move]}
              </Button>
            ))}
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
