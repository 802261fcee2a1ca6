import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useDesk } from '../desk-context.ts';
import { partnerQuery, partnersQuery } from './partner-data.ts';

export type PartnerSelectProps = {
  value: string | null;
  onChange: (partnerId: string | null) => void;
  label?: string | undefined;
  placeholder?: string | undefined;
  required?: boolean | undefined;
  error?: string | null | undefined;
};

/** Chooses a partner by part of its name; the server looks, so that thousands of partners are no burden. */
export function PartnerSelect(props: PartnerSelectProps): ReactNode {
  const { slug } = useDesk();
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed.trim(), 200);
  const chosen = useQuery({ ...partnerQuery(slug, props.value ?? ''), enabled: props.value !== null });
  const chosenName = chosen.data?.name;
  const found = useQuery(
    partnersQuery(slug, { q: wanted === '' || wanted === chosenName ? undefined : wanted, limit: 20 }),
  );
  const options = new Map((found.data?.items ?? []).map(({ partnerId, name }) => [partnerId, name]));
  if (props.value !== null) options.set(props.value, chosenName ?? 'One partner');
  return (
    <Select
      {...(props.label === undefined ? { 'aria-label': 'Partner' } : { label: props.label })}
      placeholder={props.placeholder ?? 'Type a name'}
      data={[...options].map(([value, label]) => ({ value, label }))}
      value={props.value}
      onChange={props.onChange}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      nothingFoundMessage={found.isFetching ? 'Searching …' : 'No partner of that name'}
      searchable
      clearable={props.required !== true}
      required={props.required === true}
      error={props.error}
    />
  );
}
