import { describe, expect, it } from 'vitest';
import { type Archetype, archetypeLabels } from '#core/program/archetype.ts';
import { mayPropose } from '#core/program/check.ts';
import { pageWords } from '#core/program/page.ts';
import { checkPage } from './check-document.ts';
import { noCheckFacts } from './check-facts.ts';
import { parsePage } from './parse-body.ts';
import { templateFor } from './templates.ts';
import { workedExampleOn } from './worked-example.ts';

const archetypes = Object.keys(archetypeLabels) as Archetype[];
const nothing = noCheckFacts(workedExampleOn);

describe('the template of an archetype', () => {
  it.each(archetypes)('reads as ten pages: %s', (archetype) => {
    const document = templateFor(archetype);
    for (const word of pageWords) expect(parsePage(word, document[word])).toMatchObject({ ok: true });
  });

  it.each(archetypes)('has to be made the company’s own before anybody signs it: %s', (archetype) => {
    const checks = checkPage('thesis', templateFor(archetype), nothing);
    expect(mayPropose(checks)).toBe(false);
    const failing = checks.filter(({ holds, severity }) => !holds && severity === 'blocking');
    expect(new Set(failing.map(({ code }) => code))).toContain('placeholder');
    expect(mayPropose(checkPage('archetypes', templateFor(archetype), nothing))).toBe(false);
  });

  it.each(archetypes)('puts its archetype in build, and the profile is for it: %s', (archetype) => {
    const document = templateFor(archetype);
    const codes = ['selected_most', 'in_build_least', 'in_build_most', 'in_build_is_thesis', 'own_model'];
    const checks = checkPage('archetypes', document, nothing).filter(({ code }) => codes.includes(code));
    expect(checks.length).toBe(codes.length);
    expect(checks.every(({ holds }) => holds)).toBe(true);
    expect(mayPropose(checkPage('profile', document, nothing))).toBe(true);
  });
});
