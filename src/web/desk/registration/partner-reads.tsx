import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './registration.module.css';

/** What the partner will read, before it is sent. */
export function PartnerReads(props: { children: ReactNode }): ReactNode {
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4}>
        The partner reads
      </Text>
      <p className={classes.told}>{props.children}</p>
    </div>
  );
}
