import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from './format.tsx';
import { useUiTexts } from './texts.ts';
import { useUrlState } from './url-state.ts';

export type PagerProps = {
  shown: number;
  /** All rows that match, where the API counts them. */
  total?: number | null | undefined;
  nextCursor: string | null;
};

/** Steps through pages by cursor. The cursor stands in the address, so the Back key is "previous page". */
export function Pager(props: PagerProps): ReactNode {
  const format = useFormat();
  const url = useUrlState();
  const next = props.nextCursor;
  const inside = url.get('cursor') !== undefined;
  const texts = useUiTexts();
  const of = props.total === undefined || props.total === null ? null : format.count(props.total);
  return (
    <Group justify="space-between" component="nav" aria-label={texts.pages}>
      <Text size="sm" c="dimmed">
        {texts.rows(format.count(props.shown), of, props.shown === 1, inside)}
      </Text>
      {inside || next !== null ? (
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            disabled={!inside}
            onClick={() => url.set({ cursor: undefined })}
          >
            {texts.firstPage}
          </Button>
          <Button
            variant="default"
            size="xs"
            disabled={next === null}
            onClick={() => url.set({ cursor: next ?? undefined })}
          >
            {texts.nextPage}
          </Button>
        </Group>
      ) : null}
    </Group>
  );
}
