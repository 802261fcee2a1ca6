import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { signingSeats } from '#core/attribution/policy.ts';
import type { Role } from '../../api.ts';
import { paths } from '../../paths.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormat } from '../../ui/format.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { useDesk, useMay } from '../desk-context.ts';
import { membersQuery } from '../settings/members-data.ts';
import type { PolicyWord } from './policy-values.ts';
import type { PolicyVersion } from './policy-versions.ts';
import { policyTitles, seatLabel } from './policy-words.ts';
import classes from './program.module.css';
import { useSign } from './program-data.ts';

export type SeatLinesProps = { word: PolicyWord; version: PolicyVersion };

/** The seats that sign a version: who has, when, and a button where the reader can. */
export function SeatLines(props: SeatLinesProps): ReactNode {
  const { word, version } = props;
  const { me } = useDesk();
  const format = useFormat();
  const { name, isVacant } = useSeatHolders();
  const [signing, setSigning] = useState<Role | null>(null);
  return (
    <>
      <ul className={classes.seats} aria-label={`Signatures of version ${version.version}`}>
        {signingSeats.map((seat) => {
          const signature = version.signatures.find((one) => one.seat === seat);
          return (
            <li key={seat} className={classes.seat}>
              <Text span size="sm" fw={600}>
                {seatLabel(seat)}
              </Text>
              {signature === undefined ? (
                <Unsigned
                  seat={seat}
                  holds={me.roles.includes(seat)}
                  isVacant={isVacant(seat)}
                  onSign={() => setSigning(seat)}
                />
              ) : (
                <Text span size="sm">
                  Signed by {name(signature.membershipId)}, {format.instant(signature.signedAt)}
                </Text>
              )}
            </li>
          );
        })}
      </ul>
      {signing === null ? null : (
        <SignDialog word={word} version={version} seat={signing} onClose={() => setSigning(null)} />
      )}
    </>
  );
}

function Unsigned(props: { seat: Role; holds: boolean; isVacant: boolean; onSign: () => void }): ReactNode {
  const { slug } = useDesk();
  const label = seatLabel(props.seat);
  return (
    <Group gap="sm" component="span">
      <Badge color="amber">Not signed</Badge>
      <Button size="compact-sm" variant="default" disabled={!props.holds} onClick={props.onSign}>
        Sign for {label}
      </Button>
      {props.holds ? null : (
        <Text span size="sm" c="dimmed">
          {props.isVacant ? (
            <>
              Nobody holds the seat {label} yet; <a href={paths.members(slug)}>give it to a member</a>.
            </>
          ) : (
            `Only who holds the seat ${label} signs for it.`
          )}
        </Text>
      )}
    </Group>
  );
}

function SignDialog(props: SeatLinesProps & { seat: Role; onClose: () => void }): ReactNode {
  const { word, version, seat } = props;
  const sign = useSign(useDesk().slug);
  const onSign = (): void =>
    sign.mutate(
      { word, version: version.version, seat },
      {
        onSuccess: ({ missing }) => {
          const rest = missing.map(seatLabel).join(', ');
          toastDone(rest === '' ? 'Signed. All three seats have signed.' : `Signed. Still to sign: ${rest}.`);
          props.onClose();
        },
      },
    );
  return (
    <Dialog opened onClose={props.onClose} title={`Sign for ${seatLabel(seat)}`}>
      <Stack gap="md">
        {sign.error === null ? null : <ErrorState error={sign.error} />}
        <Text size="sm">
          {policyTitles[word]}, version {version.version}, exactly as it stands on this page. Your name, the
          seat and the time are kept with it and in the audit. A signature cannot be taken back; a new version
          replaces this one.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose} data-autofocus>
            Not now
          </Button>
          <Button loading={sign.isPending} onClick={onSign}>
            Sign version {version.version}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

/** The names behind memberships, and whether a seat is vacant, as far as the reader may know. */
function useSeatHolders(): { name: (membershipId: string) => string; isVacant: (seat: Role) => boolean } {
  const { slug, me } = useDesk();
  const members = useQuery({ ...membersQuery(slug), enabled: useMay('member.read') });
  const known = members.data?.items;
  return {
    name: (membershipId) => {
      if (membershipId === me.membershipId) return `${me.name} (you)`;
      return known?.find((member) => member.membershipId === membershipId)?.name ?? 'a member';
    },
    isVacant: (seat) =>
      known !== undefined && !known.some((member) => !member.suspended && member.roles.includes(seat)),
  };
}
