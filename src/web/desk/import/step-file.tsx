import {
  Badge,
  Group,
  NativeSelect,
  NumberInput,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/format.tsx';
import { columnRows, usedColumns } from './edit-mapping.ts';
import classes from './import.module.css';
import type { FileChoice, ImportKind, Understanding } from './import-data.ts';
import { delimiterChoices, encodingChoices, kinds, sourceWords } from './kinds.ts';
import { StepBar } from './step-bar.tsx';
import { stepAfter } from './steps.ts';
import type { DraftEdits } from './use-draft.ts';

/** What was understood of a file: everything in sight, and everything can be said otherwise. */
export function StepFile(props: { edits: DraftEdits }): ReactNode {
  const { edits } = props;
  const format = useFormat();
  const { draft, mapping } = edits;
  const seen = draft.understanding;
  if (seen === null) return null;
  const { used, all } = usedColumns(columnRows(seen, mapping));
  const next = stepAfter('file', draft, mapping);
  return (
    <Stack gap="md">
      <Card>
        <Stack gap="sm">
          <Group gap="xs">
            <Title order={2}>
              This is {sourceWords(seen.source)} of {kinds[mapping.kind].many}: {format.count(seen.rows)}{' '}
              {seen.rows === 1 ? 'row' : 'rows'}
            </Title>
            {draft.remembered ? <Badge color="teal">Columns as last time</Badge> : null}
          </Group>
          <Text size="sm" c="dimmed" role="status" aria-busy={edits.busy}>
            {edits.busy ? 'Reading it again … ' : ''}
            {draft.remembered ? 'You mapped such a file before.' : `${seen.sourceReason} ${seen.kindReason}`}{' '}
            {used} of {all} columns are understood
            {used < all ? '; the others are left out' : ''}.
          </Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <NativeSelect
              label="The rows are"
              description={kinds[mapping.kind].hint}
              data={Object.entries(kinds).map(([value, { label }]) => ({ value, label }))}
              value={mapping.kind}
              onChange={(event) => edits.reread({ kind: event.currentTarget.value as ImportKind })}
            />
            <SourceName key={draft.source} edits={edits} />
          </SimpleGrid>
          <Reading seen={seen} edits={edits} />
        </Stack>
      </Card>
      <FirstRows seen={seen} used={new Set(Object.values(mapping.columns))} />
      <StepBar
        label={next === 'check' ? 'Check the rows' : 'Looks right'}
        busy={edits.busy}
        onNext={() => edits.save((saved) => stepAfter('file', saved, mapping))}
      >
        {next === 'check' ? (
          <Text size="sm">
            <button type="button" className={classes.textButton} onClick={() => edits.go('columns')}>
              Look at the columns first
            </button>
          </Text>
        ) : null}
      </StepBar>
    </Stack>
  );
}

function SourceName(props: { edits: DraftEdits }): ReactNode {
  const { draft, reread } = props.edits;
  const [name, setName] = useState(draft.source);
  const commit = (): void => {
    const wanted = name.trim();
    if (wanted !== '' && wanted !== draft.source) reread({ source: wanted });
    else setName(draft.source);
  };
  return (
    <TextInput
      label="It comes from"
      description="IDs count within this name, so use the same one for all files of one CRM."
      value={name}
      maxLength={100}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}

/** How the file was read, in one line, and the controls to have it read otherwise. */
function Reading(props: { seen: Understanding; edits: DraftEdits }): ReactNode {
  const { shape } = props.seen;
  const { reread, mapping } = props.edits;
  const choose = (part: FileChoice): void => reread({ file: { ...mapping.file, ...part } });
  const isText = shape.container === 'text';
  const encoding = encodingChoices.find(({ value }) => value === shape.encoding)?.label ?? shape.encoding;
  const delimiter = delimiterChoices.find(({ value }) => value === shape.delimiter)?.label ?? shape.delimiter;
  const facts = [
    ...(isText ? [encoding, `${delimiter.toLowerCase()} between cells`] : ['Excel workbook']),
    `header in row ${shape.headerRow}`,
    ...(shape.sheet === null ? [] : [`sheet ${shape.sheet}`]),
  ];
  return (
    <Stack gap="xs">
      <LeftOut title="Left out above the header" lines={shape.preambleLines} />
      <LeftOut title="Left out below the data" lines={shape.footerLines} />
      {shape.notes.map((note) => (
        <Text key={note} size="sm">
          {note}
        </Text>
      ))}
      <details open={mapping.file !== undefined}>
        <summary>
          <Text span size="sm">
            How it was read: {facts.join(', ')}. <u>Change</u>
          </Text>
        </summary>
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" mt="xs">
          {isText ? (
            <>
              <NativeSelect
                label="Characters"
                data={encodingChoices}
                value={shape.encoding}
                onChange={(event) =>
                  choose({ encoding: event.currentTarget.value as NonNullable<FileChoice['encoding']> })
                }
              />
              <NativeSelect
                label="Between cells"
                data={delimiterChoices}
                value={shape.delimiter}
                onChange={(event) =>
                  choose({ delimiter: event.currentTarget.value as NonNullable<FileChoice['delimiter']> })
                }
              />
            </>
          ) : (
            <NativeSelect
              label="Sheet"
              data={[...shape.sheets]}
              value={shape.sheet ?? ''}
              onChange={(event) => choose({ sheet: event.currentTarget.value })}
            />
          )}
          <HeaderRow
            key={shape.headerRow}
            at={shape.headerRow}
            onChange={(headerRow) => choose({ headerRow })}
          />
        </SimpleGrid>
      </details>
    </Stack>
  );
}

function HeaderRow(props: { at: number; onChange: (row: number) => void }): ReactNode {
  const [row, setRow] = useState<number | string>(props.at);
  const commit = (): void => {
    if (typeof row === 'number' && row >= 1 && row !== props.at) props.onChange(row);
  };
  return (
    <NumberInput
      label="Row of the header"
      value={row}
      min={1}
      allowDecimal={false}
      onChange={setRow}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}

function LeftOut(props: { title: string; lines: readonly string[] }): ReactNode {
  const lines = props.lines.filter((line) => line.trim() !== '');
  if (lines.length === 0) return null;
  return (
    <div>
      <Text size="sm">{props.title}</Text>
      <pre className={classes.lines}>{lines.join('\n')}</pre>
    </div>
  );
}

function FirstRows(props: { seen: Understanding; used: ReadonlySet<string> }): ReactNode {
  const { columns, sampleRows } = props.seen;
  if (sampleRows.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={classes.sheet} aria-label="First rows of the file" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ column }) => (
              <th key={column} scope="col" className={props.used.has(column) ? undefined : classes.left}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sampleRows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name and do not move
            <tr key={row}>
              {columns.map(({ column }, at) => (
                <td key={column}>{cells[at] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
