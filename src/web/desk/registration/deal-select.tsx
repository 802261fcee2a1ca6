import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useDesk } from '../desk-context.ts';
import { opportunitiesQuery, opportunityQuery } from '../opportunity/opportunity-data.ts';

/** Chooses a deal by part of its name; the server looks. Before anybody types, deals like `first` are offered. */
export function DealSelect(props: {
  label: string;
  description?: string | undefined;
  value: string | null;
  onChange: (opportunityId: string | null) => void;
  first: string;
}): ReactNode {
  const { slug } = useDesk();
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed.trim(), 200);
  const chosen = useQuery({ ...opportunityQuery(slug, props.value ?? ''), enabled: props.value !== null });
  const chosenName = chosen.data === undefined ? null : `#${chosen.data.number} ${chosen.data.name}`;
  const q = wanted === '' || wanted === chosenName ? firstWord(props.first) : wanted;
  const found = useQuery(opportunitiesQuery(slug, { filter: { q }, sort: undefined, cursor: undefined }));
  const options = new Map(
    (found.data?.items ?? [])
      .slice(0, 20)
      .map(({ opportunityId, number, name }) => [opportunityId, `#${number} ${name}`]),
  );
  if (props.value !== null) options.set(props.value, chosenName ?? 'One deal');
  return (
    <Select
      label={props.label}
      description={props.description}
      placeholder="Type part of its name"
      data={[...options].map(([value, label]) => ({ value, label }))}
      value={props.value}
      onChange={props.onChange}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      nothingFoundMessage={found.isFetching ? 'Searching …' : 'No deal of that name'}
      searchable
      clearable
    />
  );
}

function firstWord(name: string): string {
  return name.trim().split(/\s+/)[0] ?? '';
}
