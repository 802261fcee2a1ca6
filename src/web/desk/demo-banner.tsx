import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { paths } from '../paths.ts';
import classes from './demo-banner.module.css';
import { useMay } from './desk-context.ts';
import { RemoveDemo } from './remove-demo.tsx';

/** Says on every page of the demo company that it is invented, and removes it. */
export function DemoBanner(): ReactNode {
  const mayRemove = useMay('demo.change');
  const [removing, setRemoving] = useState(false);
  return (
    <Group component="aside" aria-label="Sample data" className={classes.banner} gap="sm">
      <Text span size="sm">
        Sample data: an invented company
      </Text>
      {mayRemove ? (
        <Button
          size="compact-xs"
          variant="default"
          mih={24}
          aria-label="Remove the demo company"
          onClick={() => setRemoving(true)}
        >
          Remove<span className={classes.wide}>&nbsp;the demo company</span>
        </Button>
      ) : null}
      <RemoveDemo
        opened={removing}
        onClose={() => setRemoving(false)}
        onRemoved={() => window.location.assign(paths.home())}
      />
    </Group>
  );
}
