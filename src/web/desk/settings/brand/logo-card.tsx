import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { logoRules } from '#core/portal/brand.ts';
import { api } from '../../../api.ts';
import { take } from '../../../api-client.ts';
import type { Brand } from '../../../brand/brand-data.ts';
import { BrandLogo } from '../../../brand/brand-logo.tsx';
import { Card } from '../../../ui/card.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { toastDone, toastProblem } from '../../../ui/toast.tsx';
import { useDesk, useMay } from '../../desk-context.ts';
import { brandKey, sendLogo } from './brand-data.ts';

/** The logo: put up and taken away at once, since a file cannot wait in a form. */
export function LogoCard(props: { logo: Brand['logo'] }): ReactNode {
  const { logo } = props;
  const { slug } = useDesk();
  const mayChange = useMay('brand.change');
  const queries = useQueryClient();
  const onSuccess = (): Promise<void> => queries.invalidateQueries({ queryKey: brandKey(slug) });
  const send = useMutation({
    mutationFn: (file: File) => sendLogo(slug, file),
    onSuccess: async () => {
      toastDone('The logo is up.');
      await onSuccess();
    },
  });
  const remove = useMutation({
    mutationFn: () => take(api.DELETE('/api/v1/o/{org}/brand/logo', { params: { path: { org: slug } } })),
    onSuccess,
    onError: toastProblem,
  });
  return (
    <Card>
      <Stack gap="sm">
        <Title order={2}>Logo</Title>
        {send.error === null ? null : <ErrorState error={send.error} />}
        {logo === null ? (
          <Text size="sm" c="dimmed">
            None yet; the mark of Tandem stands in its place.
          </Text>
        ) : (
          <Group justify="space-between">
            <Group gap="sm">
              <BrandLogo slug={slug} logo={logo} height={40} />
              <Text size="sm" c="dimmed">
                {logo.width} × {logo.height} pixels
              </Text>
            </Group>
            {mayChange ? (
              <Button size="xs" variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
                Take it away
              </Button>
            ) : null}
          </Group>
        )}
        {mayChange ? (
          <FileDrop
            label={send.isPending ? 'Sending…' : 'Drop a logo, or choose one'}
            hint={`PNG, JPEG or WebP, at most ${logoRules.maxBytes / 1024} kB and ${logoRules.maxSide} pixels. No SVG: it can carry scripts.`}
            accept=".png,.jpg,.jpeg,.webp"
            disabled={send.isPending}
            onFiles={([file]) => {
              if (file !== undefined) send.mutate(file);
            }}
          />
        ) : null}
      </Stack>
    </Card>
  );
}
