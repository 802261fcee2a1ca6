import { Badge, Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { decideCountersignature, decideSignature, unchosenIn } from '#core/blueprint/standing-signature.ts';
import type { PageWord } from '#core/program/page.ts';
import { interimHolders, type Seat, seatLabel } from '#core/program/seat.ts';
import { paths } from '../../../../paths.ts';
import { useFormat } from '../../../../ui/format.tsx';
import { useDesk } from '../../../desk-context.ts';
import type { ProgramState } from '../../program-state.ts';
import { SignDialog } from './sign-dialog.tsx';
import classes from './signing.module.css';
import type { Version } from './signing-data.ts';

/** The seats of a version: who has signed, when and as what, and a button where the reader can. */
export function SignatureBlock(props: { word: PageWord; version: Version; state: ProgramState }): ReactNode {
  const { word, version, state } = props;
  const seats = state.pages.find((page) => page.word === word)?.seats ?? [];
  return (
    <ul className={classes.seats} aria-label={`Signatures of version ${version.version}`}>
      {seats.map((seat) => (
        <SeatLine key={seat} word={word} version={version} state={state} seat={seat} />
      ))}
    </ul>
  );
}

function SeatLine(props: { word: PageWord; version: Version; state: ProgramState; seat: Seat }): ReactNode {
  const { word, version, state, seat } = props;
  const { slug } = useDesk();
  const format = useFormat();
  const [asking, setAsking] = useState<'sign' | 'countersign' | null>(null);
  const signature = version.signatures.find((one) => one.seat === seat);
  const later = version.countersignatures.filter((one) => one.seat === seat);
  const holders = state.seats.find((one) => one.seat === seat)?.holders ?? [];
  const mine = holders.find((one) => one.membershipId === state.me.membershipId);
  const facts = {
    pageSeats: state.pages.find((page) => page.word === word)?.seats ?? [],
    standing: version.standing,
    seat,
    membershipId: state.me.membershipId,
    held: mine === undefined ? [] : [{ seat, interim: mine.interim }],
    signatures: version.signatures,
    unchosen: unchosenIn(word, version.body),
  };
  const maySign = decideSignature(facts).ok;
  const mayCountersign =
    decideCountersignature(facts).ok && !later.some((one) => one.membershipId === state.me.membershipId);
  return (
    <li className={classes.seat}>
      <Text size="sm" fw={600}>
        {seatLabel(seat)}
      </Text>
      <div>
        {signature === undefined ? (
          <Text size="sm" component="div">
            <Badge color="amber">Not signed</Badge>{' '}
            {holders.length === 0 ? (
              <>
                Nobody holds this seat. <a href={paths.programSeats(slug)}>Name a holder</a>
              </>
            ) : maySign ? null : (
              `Waits for ${holders.map((one) => one.name).join(', ')}.`
            )}
          </Text>
        ) : (
          <Text size="sm">
            {signature.name}
            {signature.interim === null ? '' : `, in the interim as ${interimHolders[signature.interim]}`},{' '}
            {format.instant(signature.signedAt)}
          </Text>
        )}
        {later.map((one) => (
          <Text key={one.membershipId} size="xs" c="dimmed">
            Countersigned by {one.name}, {format.instant(one.signedAt)}
          </Text>
        ))}
      </div>
      {maySign || mayCountersign ? (
        <Button
          size="compact-sm"
          variant={maySign ? 'filled' : 'default'}
          onClick={() => setAsking(maySign ? 'sign' : 'countersign')}
        >
          {maySign ? 'Sign' : 'Countersign'} for {seatLabel(seat)}
        </Button>
      ) : null}
      {asking === null ? null : (
        <SignDialog
          kind={asking}
          word={word}
          version={version.version}
          seat={seat}
          interim={mine?.interim ?? null}
          onClose={() => setAsking(null)}
        />
      )}
    </li>
  );
}
