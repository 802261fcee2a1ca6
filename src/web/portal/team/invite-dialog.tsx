import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useWords } from '../language.ts';
import { Trouble } from '../trouble.tsx';
import { type Team, type TeamRole, useTeamAct } from './team-data.ts';

const roles: readonly TeamRole[] = ['partner_rep', 'partner_admin'];

/** Asks whom to invite, and says at once where they are here, were here, or are invited already. */
export function InviteDialog(props: { team: Team; onClose: () => void }): ReactNode {
  const { team, onClose } = props;
  const words = useWords();
  const toast = useToast();
  const said = words.team.invite;
  const act = useTeamAct();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<TeamRole>('partner_rep');
  const folded = email.trim().toLowerCase();
  const colleague = team.members.find((one) => one.email === folded);
  const why =
    colleague !== undefined
      ? colleague.isOpen
        ? said.isColleague
        : said.isEnded
      : team.invitations.some((one) => one.email === folded)
        ? said.isInvited
        : null;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (why !== null) return;
    act.mutate(
      { kind: 'invite', email: folded, role },
      {
        onSuccess: () => {
          toast.done(said.sent(folded));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog opened onClose={onClose} title={said.title}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          <Text size="sm">{said.says}</Text>
          {act.error === null ? null : <Trouble error={act.error} />}
          <TextInput
            label={said.email}
            type="email"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={why}
            autoComplete="off"
            required
            data-autofocus
          />
          <Radio.Group label={said.role} value={role} onChange={(value) => setRole(value as TeamRole)}>
            <Stack gap="xs" mt="xs">
              {roles.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={words.team.role[one]}
                  description={words.team.roleSays[one]}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.ui.cancel}
            </Button>
            <Button type="submit" loading={act.isPending} disabled={why !== null}>
              {said.send}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
