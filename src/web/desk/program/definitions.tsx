import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';
import { useUrlState } from '../../ui/url-state.ts';
import { useMay } from '../desk-context.ts';
import { PolicyCard } from './policy-card.tsx';
import { ProposeDefinitions } from './propose-definitions.tsx';

/** Program: the signed pages that every credit and every figure rests on. */
export function Definitions(): ReactNode {
  const url = useUrlState();
  const mayDefine = useMay('scoreboard.define');
  return (
    <Page
      title="Definitions"
      lead="The pages that the program signs: how credit is given, and what each figure of the scoreboard means. The CRO, the CFO and the Head of Partnerships sign each version."
    >
      <PolicyCard
        word="scoreboard"
        lead="Targets, floors and thresholds behind the figures. A new version counts from the start of a quarter and leaves closed quarters as they were."
        actions={
          mayDefine ? (
            <Button variant="default" onClick={() => url.set({ panel: 'propose' })}>
              Propose new definitions
            </Button>
          ) : null
        }
      />
      <PolicyCard
        word="attribution"
        lead="The windows and thresholds of a credit, and what each partner role earns. A deal is judged by the version in force on the day it was created."
      />
      {mayDefine ? (
        <ProposeDefinitions
          opened={url.get('panel') === 'propose'}
          onClose={() => url.set({ panel: undefined })}
        />
      ) : null}
    </Page>
  );
}
