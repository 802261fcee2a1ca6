import fc from 'fast-check';
import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#core/calendar.ts';
import { envelopeOf } from './envelope.ts';
import { type Letter, writeLetter } from './letter.ts';
import { headerText } from './message.ts';
import { invitationLetter } from './templates/invitation.ts';
import { magicLinkLetter } from './templates/magic-link.ts';
import { noticesLetter } from './templates/notices.ts';
import { passwordResetLetter } from './templates/password-reset.ts';
import { securityNoticeLetter } from './templates/security-notice.ts';
import { teamInvitationLetter } from './templates/team-invitation.ts';

const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
const link = 'https://partners.example.org/sign-in/link#token=abc_-123';
const to = { address: 'ada@example.org', name: 'Ada' };

const told = {
  name: 'Ada',
  language: 'en' as const,
  face: 'desk' as const,
  organization: 'Northwind',
  notices: [
    { label: '#7 Rollout: the credit is disputed.', link },
    { label: 'Your statement 3 for June 2026 is issued.', link: `${link}2` },
  ],
  inboxLink: link,
  choicesLink: 'https://partners.example.org/o/northwind/notices?show=choices',
};

const letters: Record<string, Letter> = {
  'magic link': magicLinkLetter({ name: 'Ada', link, minutes: 15 }),
  invitation: invitationLetter({
    organization: 'Northwind',
    invitedBy: 'Grace',
    roles: ['partner manager', 'partner ops'],
    link,
    expiresOn: '2026-11-27' as LocalDate,
  }),
  'team invitation': teamInvitationLetter({
    ...{
      language: 'de',
      look: { name: 'Nordwind', accent: null },
      invitedBy: 'Grace',
      partner: 'Northgate',
      link,
    },
    roles: ['partner_admin', 'partner_rep'],
    expiresOn: '2026-11-27' as LocalDate,
  }),
  'password reset': passwordResetLetter({ name: 'Ada', link, minutes: 60 }),
  'single notice': noticesLetter({ ...told, kind: 'at_once', notices: told.notices.slice(0, 1) }),
  'digest of notices': noticesLetter({ ...told, kind: 'digest' }),
  'security notice': securityNoticeLetter({ name: 'Ada', change: 'password_changed', link }),
};

describe.each(Object.entries(letters))('the letter of a %s', (_, letter) => {
  it('says the same as text and as HTML, with the link in both', async () => {
    const message = await writeLetter(to, letter);
    expect(message.text).toContain(`\n${link}\n`);
    expect(message.html).toContain(`href="${link}"`);
    const places = [...(letter.items ?? []), ...letter.footnotes.filter((note) => typeof note !== 'string')];
    for (const place of places) {
      expect(message.text).toContain(place.link);
      expect(message.html).toContain(`href="${place.link}"`);
    }
    const notes = letter.footnotes.map((note) => (typeof note === 'string' ? note : note.label));
    const labels = (letter.items ?? []).map(({ label }) => label);
    for (const text of [letter.greeting, ...letter.paragraphs, ...labels, ...notes]) {
      expect(message.text).toContain(text);
      expect(message.html).toContain(text.replaceAll("'", '&#39;'));
    }
  });

  it('loads nothing from anywhere', async () => {
    const { html } = await writeLetter(to, letter);
    expect(html).not.toMatch(/<(img|script|iframe|link)\b/i);
    expect(html).not.toMatch(/@import|url\(/i);
  });
});

describe('the day until which an invitation works', () => {
  it('is written as the reader writes days', () => {
    expect(letters.invitation?.paragraphs[1]).toContain('until 27 Nov 2026.');
    expect(letters['team invitation']?.paragraphs).toEqual([
      'Grace lädt Sie in das Team von Northgate im Partnerprogramm von Nordwind ein, als Verwaltung beim Partner und Vertrieb beim Partner.',
      'Die Einladung gilt nur für diese Adresse und nur einmal, bis zum 27. November 2026.',
    ]);
  });
});

describe('a letter of a company with looks of its own', () => {
  const look = (name: string, accent: string | null) =>
    writeLetter(to, noticesLetter({ ...told, kind: 'digest', look: { name, accent } }));

  it('has its accent on what leads somewhere, and text that can be read on it', async () => {
    const { html, fromName } = await look('Nordwind', '#c8372b');
    expect(fromName).toBe('Nordwind');
    expect(html).toContain('#c8372b');
    expect(html).not.toContain('#0b6b62');
  });

  it('takes our colour where its own cannot be seen or is none', async () => {
    for (const accent of [null, '#fbfbf9', 'red;background:url(//evil.example)']) {
      const { html } = await look('Nordwind', accent);
      expect(html).toContain('#0b6b62');
      expect(html).not.toContain('evil');
    }
  });

  it('starts no header by its name, whatever stands in it', async () => {
    const line = fc.string({ unit: 'binary', maxLength: 80 });
    const breaks = fc.constantFrom('\r\nBcc: x@example.org', '\n', '\u2028', '\u0000', '"<a@b.example>,', '');
    await fc.assert(
      fc.asyncProperty(line, breaks, line, async (before, between, after) => {
        const fromName = headerText(`${before}${between}${after}`);
        const message = {
          to: { address: 'ada@example.org' },
          fromName,
          subject: 'News',
          html: 'x',
          text: 'x',
        };
        const { from } = envelopeOf(message, 'Tandem <tandem@example.org>');
        expect(from).toMatchObject({ address: 'tandem@example.org' });
        const { message: sent } = await composer.sendMail(envelopeOf(message, 'Tandem <tandem@example.org>'));
        const raw = (sent as Buffer).toString('utf8');
        const names = raw
          .slice(0, raw.indexOf('\r\n\r\n'))
          .replace(/\r\n[ \t]+/g, ' ')
          .split('\r\n');
        expect(names.filter((name) => /^bcc:/i.test(name))).toEqual([]);
        const senders = names.filter((name) => /^from:/i.test(name));
        expect(senders).toHaveLength(1);
        expect(senders[0]).toMatch(/<?tandem@example\.org>?$/);
      }),
      { numRuns: 200 },
    );
    const unsafe = {
      to: { address: 'ada@example.org' },
      subject: 'News',
      html: 'x',
      text: 'x',
      fromName: 'A\nB',
    };
    expect(() => envelopeOf(unsafe, 'tandem@example.org')).toThrow('the name of a sender');
  });
});

describe('what people wrote into a letter', () => {
  const hostile = invitationLetter({
    organization: '<script>alert(1)</script> & "Sons"\r\nBcc: all@example.org',
    invitedBy: '</mj-text><mj-raw><img src=x onerror=alert(1)></mj-raw>',
    roles: ['partner rep'],
    link,
    expiresOn: '2026-11-27' as LocalDate,
  });

  it('stays text', async () => {
    const { html } = await writeLetter(to, hostile);
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;script&gt;');
  });

  it('starts no header of its own', async () => {
    const { subject, to: addressee } = await writeLetter(
      { ...to, name: 'Ada\r\nBcc: x@example.org' },
      hostile,
    );
    expect(subject).not.toMatch(/[\r\n]/);
    expect(addressee.name).toBe('Ada Bcc: x@example.org');
  });

  it('is no link that a browser would run', async () => {
    const letter = magicLinkLetter({ name: 'Ada', link: 'javascript:alert(1)', minutes: 15 });
    await expect(writeLetter(to, letter)).rejects.toThrow('a web address');
    const notices = [{ label: 'Look', link: 'javascript:alert(1)' }];
    const digest = noticesLetter({ ...told, kind: 'digest', notices });
    await expect(writeLetter(to, digest)).rejects.toThrow('a web address');
  });
});
