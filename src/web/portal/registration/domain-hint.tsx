import { Button, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { usePortalLanguage, useWords } from '../language.ts';
import { useFormPorts } from './form-ports.ts';
import classes from './registration.module.css';

/** DR-3: the domain as it will be compared, and what is odd about it; nothing of what anybody knows. */
export function DomainHint(props: { domain: string }): ReactNode {
  const ports = useFormPorts();
  const { language } = usePortalLanguage();
  const words = useWords();
  const [domain] = useDebouncedValue(props.domain.trim().slice(0, 300), 350);
  const hint = useQuery({
    queryKey: [...ports.key, 'domain-hint', domain, language],
    queryFn: () => ports.hint(domain, language),
    placeholderData: keepPreviousData,
    enabled: domain !== '',
  }).data;
  if (props.domain.trim() === '' || hint === undefined) return null;
  const compared =
    hint.domain === null || hint.domain === domain.toLowerCase() ? null : words.form.compared(hint.domain);
  const text = hint.hint ?? compared;
  return text === null ? null : (
    <Text size="xs" mt={4} c={hint.hint === null ? 'dimmed' : 'var(--tandem-warn)'} role="status">
      {text}
    </Text>
  );
}

/** The rest of a mail address in one tap, once its first part is typed. */
export function MailEnding(props: {
  mail: string;
  domain: string;
  onChoose: (mail: string) => void;
}): ReactNode {
  const words = useWords();
  const domain = props.domain
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#].*$/, '');
  const mail = props.mail.trim();
  const isUseful = mail !== '' && !/[@\s]/.test(mail) && /^[^@\s]+\.[^@\s.]{2,}$/.test(domain);
  if (!isUseful) return null;
  return (
    <div className={classes.chips}>
      {/* The field keeps the focus, and a phone its keyboard. */}
      <Button
        variant="default"
        size="compact-sm"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => props.onChoose(`${mail}@${domain}`)}
      >
        {words.form.addDomain(domain)}
      </Button>
    </div>
  );
}
