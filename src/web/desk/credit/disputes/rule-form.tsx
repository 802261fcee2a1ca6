import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { CreditClass } from '#core/attribution/credit-class.ts';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import { RulingText } from '../../../dispute/case-view.tsx';
import { classChoices } from '../../../dispute/case-words.ts';
import { ErrorState } from '../../../ui/states.tsx';
import { toastDone } from '../../../ui/toast.tsx';
import { useDesk } from '../../desk-context.ts';
import { PartnerSelect } from '../../partner/partner-select.tsx';
import { precedentsQuery } from './dispute-data.ts';

const shortestReason = 40;

/** A member of the panel writes the ruling: the question, the credit, one paragraph of reason; past rulings beside it. */
export function RuleForm(props: {
  opportunityId: string;
  disputeId: string | null;
  isAppeal: boolean;
  onDone: () => Promise<void>;
}): ReactNode {
  const { slug } = useDesk();
  const [question, setQuestion] = useState('');
  const [creditClass, setCreditClass] = useState<CreditClass>('none');
  const [partnerId, setPartnerId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [wanted] = useDebouncedValue(question, 300);
  const precedents = useQuery({ ...precedentsQuery(slug, wanted), enabled: wanted.trim().length > 3 });
  const rule = useMutation({
    mutationFn: () =>
      take(
        api.POST('/api/v1/o/{org}/rulings', {
          params: { path: { org: slug } },
          body: {
            disputeId: props.disputeId,
            opportunityId: props.opportunityId,
            question: question.trim(),
            class: creditClass,
            partnerId: creditClass === 'none' ? null : partnerId,
            reason: reason.trim(),
          },
        }),
      ),
    onSuccess: async ({ stands }) => {
      toastDone(stands ? 'The ruling stands.' : 'Proposed and signed by you. It takes another signature.');
      await props.onDone();
    },
  });
  const isReady =
    question.trim() !== '' &&
    reason.trim().length >= shortestReason &&
    (creditClass === 'none' || partnerId !== null);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    rule.mutate();
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm" mt="sm">
        {rule.error === null ? null : <ErrorState error={rule.error} />}
        <TextInput
          label="The question"
          description="In the words that the next panel would search for."
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
          maxLength={500}
          required
        />
        <Group grow align="flex-start">
          <Select
            label="The credit"
            data={[...classChoices]}
            value={creditClass}
            onChange={(value) => value !== null && setCreditClass(value as CreditClass)}
            allowDeselect={false}
          />
          {creditClass === 'none' ? null : (
            <PartnerSelect label="Partner" value={partnerId} onChange={setPartnerId} error={null} required />
          )}
        </Group>
        <Textarea
          label="The reason"
          description={`One paragraph, at least ${shortestReason} characters. Both sides read it, and it becomes a precedent.`}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={5000}
          autosize
          minRows={3}
          required
        />
        <Group>
          <Button type="submit" loading={rule.isPending} disabled={!isReady}>
            {props.isAppeal ? 'Decide finally' : 'Propose and sign'}
          </Button>
        </Group>
        {(precedents.data?.items.length ?? 0) === 0 ? null : (
          <details>
            <summary>Past rulings with these words: {precedents.data?.items.length}</summary>
            {precedents.data?.items.slice(0, 5).map((ruling) => (
              <RulingText
                key={ruling.id}
                ruling={ruling}
                actions={
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() =>
                      setReason((now) => `${now.trim()} As in ruling ${ruling.number}.`.trimStart())
                    }
                  >
                    Cite ruling {ruling.number}
                  </Button>
                }
              />
            ))}
          </details>
        )}
      </Stack>
    </form>
  );
}
