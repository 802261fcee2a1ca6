import { Button, Code, CopyButton, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** The backup codes, shown this once, with ways to keep them. */
export function BackupCodes(props: { codes: readonly string[] }): ReactNode {
  const text = props.codes.join('\n');
  return (
    <Stack gap="sm">
      <Text size="sm" fw={600}>
        Your backup codes
      </Text>
      <Text size="sm">
        Each works once in place of a code. They are shown only now: keep them where you keep passwords, not
        on the phone with the authenticator.
      </Text>
      <SimpleGrid
        cols={{ base: 2, sm: 3 }}
        spacing="xs"
        component="ul"
        p={0}
        m={0}
        style={{ listStyle: 'none' }}
      >
        {props.codes.map((code) => (
          <li key={code}>
            <Code fz="sm">{code}</Code>
          </li>
        ))}
      </SimpleGrid>
      <Group gap="sm">
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
        <Button
          size="xs"
          variant="default"
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
          download="tandem-backup-codes.txt"
        >
          Save as a file
        </Button>
      </Group>
    </Stack>
  );
}
