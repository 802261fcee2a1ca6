import { Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../../api.ts';
import { take } from '../../api-client.ts';
import { meQuery } from '../../session.ts';
import { QrCode } from '../../ui/qr-code-image.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { BackupCodes } from './backup-codes.tsx';

/** The secret of an authenticator address, in groups of four, for those who type it. */
export function secretOf(totpUri: string): string {
  const secret = new URLSearchParams(totpUri.split('?')[1] ?? '').get('secret') ?? '';
  return secret.match(/.{1,4}/g)?.join(' ') ?? '';
}

/** Scan, keep the backup codes, give a first code: only then is the second factor on. */
export function EnrolAuthenticator(props: { totpUri: string; backupCodes: readonly string[] }): ReactNode {
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => take(api.POST('/api/v1/me/second-factor/confirm', { body: { code: code.trim() } })),
    onSuccess: async () => {
      toastDone('The second factor is on. Your other sessions have ended.');
      await queries.invalidateQueries({ queryKey: meQuery.queryKey });
      await queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <Stack gap="lg">
      <Group align="flex-start" gap="lg">
        <QrCode
          text={props.totpUri}
          label="QR code for your authenticator; its secret stands beside it as text"
        />
        <Stack gap="xs" maw={280}>
          <Text size="sm">Scan this with an authenticator, or type the secret into it:</Text>
          <Code fz="sm" block style={{ whiteSpace: 'pre-wrap' }}>
            {secretOf(props.totpUri)}
          </Code>
        </Stack>
      </Group>
      <BackupCodes codes={props.backupCodes} />
      <form onSubmit={onSubmit}>
        <Stack gap="sm">
          {confirm.error === null ? null : <ErrorState error={confirm.error} />}
          <TextInput
            label="A first code from the authenticator"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
          />
          <Group justify="flex-end">
            <Button type="submit" loading={confirm.isPending}>
              Turn the second factor on
            </Button>
          </Group>
        </Stack>
      </form>
    </Stack>
  );
}
