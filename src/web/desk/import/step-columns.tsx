import { Alert, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Card } from '../../ui/card.tsx';
import {
  type ColumnMeaning,
  type ColumnRow,
  columnRows,
  meaningOf,
  missingFields,
  usedColumns,
  withMeaning,
} from './edit-mapping.ts';
import { fieldHint, fieldLabel, fieldsOf, neededFields } from './fields.ts';
import classes from './import.module.css';
import { StepBar } from './step-bar.tsx';
import { stepAfter } from './steps.ts';
import type { DraftEdits } from './use-draft.ts';

/** Which column means what: suggestions with their reasons, the needed ones first. */
export function StepColumns(props: { edits: DraftEdits }): ReactNode {
  const { edits } = props;
  const { draft, mapping } = edits;
  const seen = draft.understanding;
  // A column keeps its place while one works on it: only a new reading sorts anew.
  const [order] = useState(() =>
    seen === null ? [] : columnRows(seen, mapping).map(({ column }) => column),
  );
  if (seen === null) return null;
  const unsorted = new Map(columnRows(seen, mapping).map((row) => [row.column, row]));
  const rows = order.flatMap((column) => unsorted.get(column) ?? []);
  const startedUsed = new Set(
    seen.columns
      .filter(({ column, field }) => field !== null || meaningOf(mapping, column).is !== 'nothing')
      .map(({ column }) => column),
  );
  const used = rows.filter((row) => startedUsed.has(row.column));
  const left = rows.filter((row) => !startedUsed.has(row.column));
  const missing = missingFields(mapping);
  const count = usedColumns(rows);
  const setMeaning = (column: string, meaning: ColumnMeaning): void =>
    edits.change(withMeaning(mapping, column, meaning));
  const list = (some: readonly ColumnRow[]): ReactNode => (
    <ul className={classes.rows}>
      {some.map((row) => (
        <ColumnLine
          key={row.column}
          row={row}
          kind={mapping.kind}
          stage={draft.mapping?.stageColumns?.[row.column] ?? null}
          onChange={(meaning) => setMeaning(row.column, meaning)}
        />
      ))}
    </ul>
  );
  return (
    <Stack gap="md">
      <div>
        <Title order={2}>
          {count.used} of {count.all} columns are used
        </Title>
        <Text size="sm" c="dimmed">
          {draft.remembered
            ? 'This is how you mapped such a file last time.'
            : 'Suggested from their names and values. Change what is wrong; the rest can stay as it is.'}
        </Text>
      </div>
      {missing.length === 0 ? null : (
        <Alert color="amber" title="Every row needs these">
          <Stack gap="sm">
            {missing.map((oneOf) => (
              <MissingField
                key={oneOf.join()}
                oneOf={oneOf}
                columns={seen.columns.map(({ column }) => column)}
                onChoose={(column) => setMeaning(column, { is: 'field', field: oneOf[0] ?? '' })}
              />
            ))}
          </Stack>
        </Alert>
      )}
      {used.length === 0 ? null : <Card>{list(used)}</Card>}
      {left.length === 0 ? null : (
        <Card>
          <details open={used.length === 0 || left.length <= 3}>
            <summary>
              <Text span fw={600}>
                {left.length === 1 ? 'One column is' : `${left.length} columns are`} left out
              </Text>{' '}
              <Text span size="sm" c="dimmed">
                No field goes by these names. Open it to use one of them.
              </Text>
            </summary>
            {list(left)}
          </details>
        </Card>
      )}
      <StepBar
        label="Go on"
        busy={edits.busy}
        blocked={
          missing.length === 0
            ? null
            : `Say first which column is: ${missing.map((oneOf) => oneOf.map(fieldLabel).join(' or ')).join(', ')}.`
        }
        onNext={() => edits.save((saved) => stepAfter('columns', saved, saved.mapping ?? mapping))}
      />
    </Stack>
  );
}

const leftOut = '';
const stageDate = '@stage-date';

function ColumnLine(props: {
  row: ColumnRow;
  kind: DraftEdits['mapping']['kind'];
  stage: string | null;
  onChange: (meaning: ColumnMeaning) => void;
}): ReactNode {
  const { row, kind, stage, onChange } = props;
  const value =
    row.meaning.is === 'field' ? row.meaning.field : row.meaning.is === 'stage-date' ? stageDate : leftOut;
  const needed = new Set(neededFields(kind).flat());
  const options = fieldsOf(kind).map((field) => ({ value: field, label: fieldLabel(field) }));
  const shownStage = row.meaning.is === 'stage-date' ? row.meaning.stage : stage;
  const hint = row.meaning.is === 'field' ? fieldHint(row.meaning.field) : undefined;
  const reason = row.meaning.is === 'nothing' ? '' : row.reason;
  return (
    <li className={classes.row}>
      <div style={{ minWidth: 0 }}>
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {row.column}
        </Text>
        <Text size="xs" c="dimmed" className={classes.examples}>
          {row.examples.length === 0 ? 'empty in the first rows' : row.examples.join(' · ')}
        </Text>
      </div>
      <NativeSelect
        aria-label={`${row.column} means`}
        value={value}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          if (chosen === leftOut) onChange({ is: 'nothing' });
          else if (chosen === stageDate && shownStage !== null)
            onChange({ is: 'stage-date', stage: shownStage });
          else onChange({ is: 'field', field: chosen });
        }}
      >
        <option value={leftOut}>Leave out</option>
        {shownStage === null ? null : <option value={stageDate}>Date it came to {shownStage}</option>}
        <optgroup label="Every row needs">
          {options
            .filter((option) => needed.has(option.value))
            .map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
        </optgroup>
        <optgroup label="Better with">
          {options
            .filter((option) => !needed.has(option.value))
            .map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
        </optgroup>
      </NativeSelect>
      <Text size="xs" c="dimmed">
        {[hint === undefined ? '' : `${hint}.`, reason].filter((part) => part !== '').join(' ')}
      </Text>
    </li>
  );
}

function MissingField(props: {
  oneOf: readonly string[];
  columns: readonly string[];
  onChoose: (column: string) => void;
}): ReactNode {
  return (
    <NativeSelect
      label={`Which column is the ${props.oneOf.map(fieldLabel).join(' or the ')}?`}
      description={fieldHint(props.oneOf[0] ?? '')}
      value=""
      data={[{ value: '', label: 'Choose a column' }, ...props.columns]}
      onChange={(event) => event.currentTarget.value !== '' && props.onChoose(event.currentTarget.value)}
      maw="24rem"
    />
  );
}
