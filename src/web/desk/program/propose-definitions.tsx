import { Button, Group, Radio, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { parseCurrencyCode } from '#core/money.ts';
import { scoreboardSettings } from '#core/program/settings.ts';
import { fieldError, problemOf } from '../../problem.ts';
import { todayIn } from '../../today.ts';
import { useFormat } from '../../ui/format.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useDesk } from '../desk-context.ts';
import { differences, type PolicyVersion, standingOf } from './policy-versions.ts';
import { settingLabel } from './policy-words.ts';
import { policyQuery, usePropose } from './program-data.ts';
import { proposalNumbers, proposalOf, quarterChoices, readProposal } from './proposal.ts';
import { useTargetText } from './setting-list.tsx';
import { DifferenceList } from './version-history.tsx';

/** The panel in which the next version of the scoreboard's definitions is written. */
export function ProposeDefinitions(props: { opened: boolean; onClose: () => void }): ReactNode {
  const { slug, timeZone } = useDesk();
  const versions = useQuery(policyQuery(slug, 'scoreboard'));
  const standing = versions.data === undefined ? null : standingOf(versions.data.items, todayIn(timeZone));
  return (
    <SidePanel opened={props.opened} onClose={props.onClose} title="Propose new definitions" size={640}>
      {standing === null ? (
        <Loading rows={6} />
      ) : (
        <ProposalForm newest={standing.coming.at(-1) ?? standing.current} onDone={props.onClose} />
      )}
    </SidePanel>
  );
}

function ProposalForm(props: { newest: PolicyVersion; onDone: () => void }): ReactNode {
  const { newest } = props;
  const { slug, currency: currencyText, timeZone, fiscalYearStartMonth } = useDesk();
  const format = useFormat();
  const targetText = useTargetText();
  const propose = usePropose(slug);
  const currency = parseCurrencyCode(currencyText);
  if (currency === null) throw new Error(`not a currency: ${currencyText}`);
  const quarters = quarterChoices(todayIn(timeZone), { yearStartMonth: fiscalYearStartMonth });
  const [typed, setTyped] = useState(() => proposalOf(newest.body, currency, format.language));
  const [inForceFrom, setInForceFrom] = useState<string>(quarters[1].start);
  const read = readProposal(typed, currency, format.language);
  const changed = read.ok ? differences('scoreboard', newest.body, read.definitions, targetText) : [];
  const problem = propose.error === null ? null : problemOf(propose.error);
  const field = (name: string) => ({
    value: typed[name] ?? '',
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
    error: (read.ok ? null : read.wrong[name]) ?? fieldError(problem, `definitions.${name}`),
    autoComplete: 'off',
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!read.ok) return;
    propose.mutate(
      { definitions: read.definitions, inForceFrom },
      {
        onSuccess: ({ version }) => {
          toastDone(`Version ${version} is proposed. It is a draft until all three seats have signed.`);
          props.onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="md">
        {problem === null ? null : <ErrorState error={propose.error} />}
        <Title order={3}>Targets per quarter, in {currency}</Title>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label="Sourced pipeline"
            description="Empty: no target."
            inputMode="decimal"
            {...field('targets.sourcedPipelineMinor')}
          />
          <TextInput
            label="Sourced closed-won"
            description="Empty: no target."
            inputMode="decimal"
            {...field('targets.sourcedClosedWonMinor')}
          />
        </SimpleGrid>
        <Title order={3}>{settingLabel('shareFloors')}, in percent</Title>
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <TextInput label="Program year one" inputMode="decimal" {...field('shareFloors.0')} />
          <TextInput label="Program year two" inputMode="decimal" {...field('shareFloors.1')} />
          <TextInput label="Year three onward" inputMode="decimal" {...field('shareFloors.2')} />
        </SimpleGrid>
        <Title order={3}>Thresholds</Title>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {proposalNumbers.map(({ name }) => (
            <TextInput
              key={name}
              label={`${settingLabel(name)} (${unitWords[scoreboardSettings[name].unit]})`}
              description={scoreboardSettings[name].meaning}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              inputMode="decimal"
              {...field(name)}
            />
          ))}
        </SimpleGrid>
        <Radio.Group
          label="Counts from"
          description="It takes effect on that day, signed or not. A quarter that is over is never redefined."
          value={inForceFrom}
          onChange={setInForceFrom}
        >
          <Stack gap="xs" mt="xs">
            {quarters.map((quarter, index) => (
              <Radio
                key={quarter.start}
                value={quarter.start}
                label={`${index === 0 ? 'This quarter' : 'Next quarter'}, ${quarter.label}: from ${format.day(quarter.start)}`}
              />
            ))}
          </Stack>
        </Radio.Group>
        <div>
          <Title order={3}>What changes against version {newest.version}</Title>
          <DifferenceList
            items={changed}
            nothing={read.ok ? 'Nothing yet.' : 'Some fields cannot be read; each says what it takes.'}
          />
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={propose.isPending} disabled={changed.length === 0}>
            Propose version {newest.version + 1}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const unitWords = {
  days: 'days',
  weeks: 'weeks',
  quarters: 'quarters',
  points: 'points',
  stage: 'stage',
  count: 'deals',
  share: 'percent',
} as const;
