import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Keys } from '../../ui/keys.tsx';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { AcceptDialog } from './accept-dialog.tsx';
import { AskDialog } from './ask-dialog.tsx';
import type { Registration } from './registration-data.ts';
import { RejectDialog } from './reject-dialog.tsx';

type Asked = 'accept' | 'return' | 'reject';

/** The three answers, by button or by key: a accepts, q asks back, r rejects. Each shows first what the partner reads. */
export function DecideButtons(props: { registration: Registration }): ReactNode {
  const { registration } = props;
  const [asked, setAsked] = useState<Asked | null>(null);
  const may = (what: Asked) => registration.decides.includes(what);
  const ask = (what: Asked) => (may(what) && asked === null ? setAsked(what) : false);
  useShortcut('a', 'Accept', 'Registration', () => ask('accept'));
  useShortcut('q', 'Ask the partner back', 'Registration', () => ask('return'));
  useShortcut('r', 'Reject', 'Registration', () => ask('reject'));
  if (!may('accept') && !may('reject') && !may('return')) return null;
  const close = (): void => setAsked(null);
  return (
    <>
      <Button onClick={() => setAsked('accept')} rightSection={<Keys keys="a" />}>
        Accept
      </Button>
      <Button variant="default" onClick={() => setAsked('return')} rightSection={<Keys keys="q" />}>
        Ask back
      </Button>
      <Button variant="default" onClick={() => setAsked('reject')} rightSection={<Keys keys="r" />}>
        Reject
      </Button>
      {asked === 'accept' ? <AcceptDialog registration={registration} onClose={close} /> : null}
      {asked === 'return' ? <AskDialog registration={registration} onClose={close} /> : null}
      {asked === 'reject' ? <RejectDialog registration={registration} onClose={close} /> : null}
    </>
  );
}
