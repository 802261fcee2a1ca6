import { Autocomplete, Button, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { SearchIcon } from '../../ui/icons.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { PartnerSelect } from '../partner/partner-select.tsx';
import { type FilterName, filterNames, type ListedOpportunity } from './opportunity-data.ts';
import { classLabels, outcomeLabels } from './opportunity-words.ts';
import classes from './pipeline.module.css';

const options = (labels: Readonly<Record<string, string>>, without: readonly string[] = []) =>
  Object.entries(labels).flatMap(([value, label]) => (without.includes(value) ? [] : [{ value, label }]));

const distinct = (values: readonly (string | null)[]): string[] =>
  [...new Set(values.flatMap((value) => (value === null ? [] : [value])))].sort();

/** The filters of the list. Each stands in the address, so that a filtered list can be kept and sent. */
export function PipelineFilters(props: { rows: readonly ListedOpportunity[] }): ReactNode {
  const url = useUrlState();
  const [opened, setOpened] = useState(false);
  const set = (name: FilterName, value: string | null | undefined): void =>
    url.set({ [name]: value ?? undefined, cursor: undefined });
  const active = filterNames.filter((name) => name !== 'q' && url.get(name) !== undefined);
  const account = props.rows[0]?.account;
  const cleared = Object.fromEntries([...filterNames, 'cursor'].map((name) => [name, undefined]));
  return (
    <search className={classes.filters} data-opened={opened || undefined}>
      <SearchField value={url.get('q') ?? ''} onChange={(value) => set('q', value)} />
      <Button
        variant="default"
        hiddenFrom="sm"
        aria-expanded={opened}
        onClick={() => setOpened((before) => !before)}
      >
        {active.length === 0 ? 'Filters' : `Filters (${active.length})`}
      </Button>
      <div className={classes.filterFields}>
        <Select
          aria-label="Outcome"
          placeholder="Any outcome"
          data={options(outcomeLabels)}
          value={url.get('outcome') ?? null}
          onChange={(value) => set('outcome', value)}
          clearable
        />
        <Select
          aria-label="Proven credit"
          placeholder="Any credit"
          data={options(classLabels)}
          value={url.get('credit') ?? null}
          onChange={(value) => set('credit', value)}
          clearable
        />
        <Select
          aria-label="Imported claim, unproven"
          placeholder="Any claim"
          data={options(classLabels, ['none']).map((one) => ({ ...one, label: `${one.label}, claimed` }))}
          value={url.get('claim') ?? null}
          onChange={(value) => set('claim', value)}
          clearable
        />
        <PartnerSelect
          value={url.get('partnerId') ?? null}
          onChange={(value) => set('partnerId', value)}
          placeholder="Any partner"
        />
        <ExactField
          label="Owner"
          value={url.get('owner') ?? ''}
          known={distinct(props.rows.map((row) => row.owner))}
          onChange={(value) => set('owner', value)}
        />
        <ExactField
          label="Stage"
          value={url.get('stage') ?? ''}
          known={distinct(props.rows.map((row) => row.stage))}
          onChange={(value) => set('stage', value)}
        />
      </div>
      {active.length === 0 && url.get('q') === undefined ? null : (
        <Group gap="xs">
          {url.get('accountId') === undefined ? null : (
            <Button variant="light" color="gray" size="xs" onClick={() => set('accountId', undefined)}>
              {account === undefined || account === null ? 'One account' : account.name} ×
            </Button>
          )}
          <Button variant="subtle" color="gray" size="xs" onClick={() => url.set(cleared)}>
            Clear filters
          </Button>
        </Group>
      )}
    </search>
  );
}

/** Looks up as one types, after a short pause; each pause does not become a step of the Back key. */
export function SearchField(props: {
  value: string;
  label?: string;
  onChange: (value: string) => void;
}): ReactNode {
  const [text, setText] = useState(props.value);
  const apply = useDebouncedCallback(props.onChange, 300);
  useEffect(() => setText(props.value), [props.value]);
  const label = props.label ?? 'Name, number or record id';
  return (
    <TextInput
      className={classes.searchField ?? ''}
      aria-label={label}
      placeholder={label}
      leftSection={<SearchIcon size={14} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        apply(event.currentTarget.value.trim());
      }}
    />
  );
}

/** A value that must match as a whole; those on the page are offered. Applied by choosing, Enter or leaving. */
function ExactField(props: {
  label: string;
  value: string;
  known: string[];
  onChange: (value: string | undefined) => void;
}): ReactNode {
  const [text, setText] = useState(props.value);
  useEffect(() => setText(props.value), [props.value]);
  const apply = (value: string): void => {
    const wanted = value.trim();
    if (wanted !== props.value) props.onChange(wanted === '' ? undefined : wanted);
  };
  return (
    <Autocomplete
      aria-label={props.label}
      placeholder={`Any ${props.label.toLowerCase()}`}
      data={props.known}
      limit={12}
      value={text}
      onChange={setText}
      onOptionSubmit={apply}
      onBlur={() => apply(text)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') apply(text);
      }}
      onClear={() => apply('')}
      clearable
    />
  );
}
