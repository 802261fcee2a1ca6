import { NativeSelect, Radio, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { knownCurrencies } from '../../known-currencies.ts';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { Loading } from '../../ui/states.tsx';
import { useDesk } from '../desk-context.ts';
import { dateExamples, hasDates } from './date-examples.ts';
import classes from './import.module.css';
import { type ImportMapping, type ImportQuestion, importsQuery, type Understanding } from './import-data.ts';
import { StageTable } from './stage-editor.tsx';
import {
  type EarlierStages,
  earlierStages,
  type StageRow,
  stageRows,
  stagesOf,
  unansweredStages,
} from './stage-table.ts';
import { StepBar } from './step-bar.tsx';
import { stepAfter } from './steps.ts';
import type { DraftEdits } from './use-draft.ts';

/** What only a person knows: the order of dates, what stages mean, currency and time zone. */
export function StepMeaning(props: { edits: DraftEdits }): ReactNode {
  const { slug } = useDesk();
  const imports = useQuery(importsQuery(slug, undefined));
  if (imports.isPending) return <Loading rows={8} label="Loading what earlier files said" />;
  return (
    <Meaning
      edits={props.edits}
      earlier={earlierStages(imports.data?.items ?? [], props.edits.draft.source)}
    />
  );
}

function Meaning(props: { edits: DraftEdits; earlier: EarlierStages | null }): ReactNode {
  const { edits } = props;
  const { draft, mapping } = edits;
  const { currency } = useDesk();
  const seen = draft.understanding;
  const [stages, setRows] = useState<StageRow[]>(() =>
    seen === null ? [] : stageRows(seen, mapping, props.earlier),
  );
  if (seen === null) return null;
  const asked = (about: string): ImportQuestion | undefined =>
    seen.questions.find((question) => question.about === about);
  const setStages = (rows: StageRow[]): void => {
    setRows(rows);
    edits.change({ ...mapping, stages: stagesOf(rows, mapping) });
  };
  const change = (part: Partial<ImportMapping>): void => edits.change({ ...mapping, ...part });
  const status = seen.questions.filter((question) => question.about === 'outcome');
  const decimal = asked('decimal');
  const unclear = [
    ...(asked('dateOrder') !== undefined && mapping.dateOrder === undefined
      ? ['the order of the dates']
      : []),
    ...(decimal !== undefined && mapping.decimal === undefined ? ['the decimal mark'] : []),
    ...(currencyOf(mapping, asked('currency'), currency) === null ? ['the currency of the amounts'] : []),
    ...status.filter((question) => answerAt(mapping, question) === undefined).map(({ text }) => text),
    ...stageGap(unansweredStages(stages).length),
  ];
  const save = (): void => {
    const wanted = stages.length === 0 ? mapping : { ...mapping, stages: stagesOf(stages, mapping) };
    edits.save((saved) => stepAfter('meaning', saved, saved.mapping ?? mapping), wanted);
  };
  return (
    <Stack gap="md">
      {hasDates(mapping) ? (
        <DateOrder question={asked('dateOrder')} seen={seen} mapping={mapping} onChange={change} />
      ) : null}
      {status.length === 0 ? null : (
        <Card>
          <Title order={2}>Status</Title>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" mt="xs">
            {status.map((question) => (
              <StatusValue key={question.id} question={question} mapping={mapping} onChange={change} />
            ))}
          </SimpleGrid>
        </Card>
      )}
      {stages.length === 0 ? null : <StageTable rows={stages} onChange={setStages} />}
      <MoneyAndTime currency={asked('currency')} decimal={decimal} mapping={mapping} onChange={change} />
      <StepBar
        label="Go on"
        busy={edits.busy}
        blocked={unclear.length === 0 ? null : `Still open: ${unclear.join(', ')}.`}
        onNext={save}
      />
    </Stack>
  );
}

function stageGap(open: number): string[] {
  if (open === 0) return [];
  return [open === 1 ? 'what one stage means' : `what ${open} stages mean`];
}

function answerAt(mapping: ImportMapping, question: ImportQuestion): unknown {
  let at: unknown = mapping;
  for (const part of question.path) at = (at as Record<string, unknown> | undefined)?.[part];
  return at;
}

type Change = (part: Partial<ImportMapping>) => void;

function DateOrder(props: {
  question: ImportQuestion | undefined;
  seen: Understanding;
  mapping: ImportMapping;
  onChange: Change;
}): ReactNode {
  const { question, mapping, onChange } = props;
  const format = useFormat();
  const [wasAsked] = useState(question !== undefined);
  const examples = useMemo(() => dateExamples(props.seen, mapping), [props.seen, mapping]);
  const set = (value: string): void =>
    onChange({ dateOrder: value as NonNullable<ImportMapping['dateOrder']> });
  if (!wasAsked && examples.length === 0) return null;
  const reading = (order: 'mdy' | 'dmy'): string =>
    examples
      .map((example) => {
        const day = example[order];
        return day === null ? `${example.text} is no date` : `${example.text} is ${format.day(day)}`;
      })
      .join(', ');
  const [first] = examples;
  const title =
    first === undefined || first.mdy === null || first.dmy === null || first.mdy === first.dmy
      ? 'Which comes first in dates: the day or the month?'
      : `${first.text}: is this ${format.day(first.dmy)} or ${format.day(first.mdy)}?`;
  return (
    <Card>
      <Radio.Group
        label={<Title order={2}>{wasAsked ? title : 'Dates'}</Title>}
        description={
          wasAsked ? question?.why : 'The file itself shows it: some of its dates exist in one order only.'
        }
        value={mapping.dateOrder ?? ''}
        onChange={set}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mt="sm">
          <Radio
            value="dmy"
            label="Day first"
            description={reading('dmy')}
            classNames={{ root: classes.choice }}
          />
          <Radio
            value="mdy"
            label="Month first"
            description={reading('mdy')}
            classNames={{ root: classes.choice }}
          />
          {question?.choices.some(({ value }) => value === 'ymd') ? (
            <Radio value="ymd" label="Year first" classNames={{ root: classes.choice }} />
          ) : null}
        </SimpleGrid>
      </Radio.Group>
    </Card>
  );
}

function StatusValue(props: {
  question: ImportQuestion;
  mapping: ImportMapping;
  onChange: Change;
}): ReactNode {
  const { question, mapping, onChange } = props;
  const value = question.path[1] ?? '';
  return (
    <NativeSelect
      label={question.text}
      value={mapping.outcomes?.[value] ?? ''}
      data={[{ value: '', label: 'Choose' }, ...question.choices]}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        const { [value]: _before, ...others } = mapping.outcomes ?? {};
        onChange({
          outcomes: chosen === '' ? others : { ...others, [value]: chosen as 'open' | 'won' | 'lost' },
        });
      }}
    />
  );
}

/**
 * The currency that amounts without one are in: what was said, else the only one that their sign means, else the
 * organization's where the sign can mean it. Null: it must be said.
 */
export function currencyOf(
  mapping: ImportMapping,
  question: ImportQuestion | undefined,
  own: string,
): string | null {
  if (mapping.currency !== undefined || question === undefined) return mapping.currency ?? own;
  if (question.suggested === null) return own;
  const possible = question.choices.map(({ value }) => value);
  return possible.length === 1 ? question.suggested : possible.includes(own) ? own : null;
}

function MoneyAndTime(props: {
  currency: ImportQuestion | undefined;
  decimal: ImportQuestion | undefined;
  mapping: ImportMapping;
  onChange: Change;
}): ReactNode {
  const { mapping, onChange, decimal } = props;
  const desk = useDesk();
  const [askDecimal] = useState(decimal !== undefined);
  const zones = useMemo(
    () => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')],
    [],
  );
  const hasAmount = mapping.columns.amount !== undefined;
  return (
    <Card>
      <Title order={2}>Money and time</Title>
      {askDecimal && decimal !== undefined ? (
        <Radio.Group
          mt="xs"
          label={decimal.text}
          description={decimal.why}
          value={mapping.decimal ?? ''}
          onChange={(value) => onChange({ decimal: value === ',' ? ',' : '.' })}
        >
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mt="xs">
            {decimal.choices.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} classNames={{ root: classes.choice }} />
            ))}
          </SimpleGrid>
        </Radio.Group>
      ) : null}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mt="xs">
        {!hasAmount || mapping.columns.currency !== undefined ? null : (
          <Select
            label="Currency of the amounts"
            description={props.currency?.why ?? 'No column names it.'}
            placeholder="Choose it"
            data={knownCurrencies()}
            value={currencyOf(mapping, props.currency, desk.currency)}
            onChange={(value) => value !== null && onChange({ currency: value })}
            searchable
            allowDeselect={false}
            limit={60}
          />
        )}
        <Select
          label="Time zone of the dates"
          description="Decides on which day an event fell."
          data={zones}
          value={mapping.sourceTimeZone ?? mapping.timeZone ?? desk.timeZone}
          onChange={(value) => value !== null && onChange({ sourceTimeZone: value })}
          searchable
          allowDeselect={false}
          limit={60}
        />
      </SimpleGrid>
      {hasAmount ? null : (
        <Text size="sm" c="dimmed" mt="xs">
          No column holds amounts, so deals come in without one.
        </Text>
      )}
    </Card>
  );
}
