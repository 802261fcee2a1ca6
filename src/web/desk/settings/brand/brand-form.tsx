import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId } from 'react';
import { type AccentVerdict, judgeAccent } from '#core/portal/accent.ts';
import { longestBrandName, longestWelcome } from '#core/portal/brand.ts';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { toastDone } from '../../../ui/toast.tsx';
import { useDesk, useMay } from '../../desk-context.ts';
import classes from './brand.module.css';
import { brandKey } from './brand-data.ts';

/** What is typed; empty: Tandem’s own. */
export type BrandFields = {
  readonly name: string;
  readonly accent: string;
  readonly en: string;
  readonly de: string;
};

/** Name, accent and welcome. An accent that cannot be seen is named with its measure before anything is sent. */
export function BrandForm(props: {
  fields: BrandFields;
  onChange: (fields: BrandFields) => void;
}): ReactNode {
  const { fields, onChange } = props;
  const { slug, name } = useDesk();
  const mayChange = useMay('brand.change');
  const queries = useQueryClient();
  const change = (part: Partial<BrandFields>): void => onChange({ ...fields, ...part });
  const accent = fields.accent.trim();
  const verdict = accent === '' ? null : judgeAccent(accent);
  const isRight = verdict === null || verdict.kind === 'fits';
  const save = useMutation({
    mutationFn: () =>
      take(
        api.PUT('/api/v1/o/{org}/brand', {
          params: { path: { org: slug } },
          body: {
            name: fields.name.trim() === '' ? null : fields.name.trim(),
            accent: accent === '' ? null : accent,
            welcome: { en: fields.en, de: fields.de },
          },
        }),
      ),
    onSuccess: async () => {
      toastDone('Saved. Partners see it with their next page.');
      await queries.invalidateQueries({ queryKey: brandKey(slug) });
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (isRight) save.mutate();
  };
  return (
    <Card>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          {save.error === null ? null : <ErrorState error={save.error} />}
          <TextInput
            label="Name"
            description="As partners know you. Empty: the name of the organization."
            placeholder={name}
            value={fields.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            maxLength={longestBrandName}
            disabled={!mayChange}
          />
          <AccentField
            value={fields.accent}
            verdict={verdict}
            disabled={!mayChange}
            onChange={(text) => change({ accent: text })}
          />
          <Textarea
            label="Welcome, in English"
            description="Plain text, above the first page and on the sign-in page. May stay empty."
            value={fields.en}
            onChange={(event) => change({ en: event.currentTarget.value })}
            maxLength={longestWelcome}
            autosize
            minRows={2}
            disabled={!mayChange}
          />
          <Textarea
            label="Welcome, in German"
            value={fields.de}
            onChange={(event) => change({ de: event.currentTarget.value })}
            maxLength={longestWelcome}
            autosize
            minRows={2}
            disabled={!mayChange}
          />
          {mayChange ? (
            <Group justify="flex-end">
              <Button type="submit" loading={save.isPending} disabled={!isRight}>
                Save
              </Button>
            </Group>
          ) : null}
        </Stack>
      </form>
    </Card>
  );
}

function AccentField(props: {
  value: string;
  verdict: AccentVerdict | null;
  disabled: boolean;
  onChange: (text: string) => void;
}): ReactNode {
  const { value, verdict, disabled, onChange } = props;
  const id = useId();
  const nearest = verdict?.kind === 'refused' ? verdict.nearest : null;
  return (
    <div>
      <div className={classes.accent}>
        <TextInput
          label="Accent"
          description="Buttons and links. Empty: Tandem’s teal."
          placeholder="#0b6b62"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          error={errorOf(verdict)}
          disabled={disabled}
          className={classes.grow}
        />
        <input
          id={id}
          type="color"
          aria-label="Choose the accent"
          className={classes.swatch}
          value={verdict === null || verdict.kind === 'no_colour' ? '#0b6b62' : value.trim().toLowerCase()}
          onChange={(event) => onChange(event.currentTarget.value)}
          disabled={disabled}
        />
      </div>
      {nearest === null ? null : (
        <Button size="xs" variant="default" mt="xs" onClick={() => onChange(nearest)}>
          Take {nearest}, the nearest that fits
        </Button>
      )}
      {verdict?.kind === 'fits' ? (
        <Text size="xs" c="dimmed" mt={4}>
          It can be seen on the light and on the dark page, and a text can be read on it.
        </Text>
      ) : null}
    </div>
  );
}

function errorOf(verdict: AccentVerdict | null): string | null {
  if (verdict === null || verdict.kind === 'fits') return null;
  if (verdict.kind === 'no_colour') return 'Six hex digits behind a #, such as #0b6b62.';
  return `Hard to see on the ${verdict.on} page: a contrast of ${verdict.ratio} to 1, and it takes ${verdict.needed}.`;
}
