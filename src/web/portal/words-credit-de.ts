import type { PortalWords } from './words.ts';

/** What a partner reads about the credit of its deals, disputes and earnings, in German. */
export const creditDe: PortalWords['credit'] = {
  list: {
    title: 'Gutschriften',
    lead: (company) =>
      `Die Geschäfte von ${company}, an denen Sie Anteil haben, und was Ihnen jedes gutschreibt.`,
    none: 'Noch kein Geschäft',
    noneSays: (company) =>
      `Ein Geschäft steht hier, sobald Sie ${company} dort eingeführt oder daran gearbeitet haben. Fehlt eines, fragen Sie Ihre Partnerbetreuung.`,
    more: 'Mehr zeigen',
    won: (day) => `Gewonnen am ${day}.`,
    lost: (day) => `Verloren am ${day}.`,
    open: 'Offen.',
    openUntil: (day) => `Offen. Dass Sie es gebracht haben, kann bis zum ${day} festgehalten werden.`,
    disputed: 'Strittig',
  },
  yours: {
    sourced: 'Von Ihnen gebracht',
    co_sold: 'Mit Ihnen gemeinsam verkauft',
    influenced: 'Von Ihnen beeinflusst',
    assisted: 'Von Ihnen unterstützt',
    another: 'Einem anderen Partner gutgeschrieben',
    none: 'Noch keine Gutschrift',
  },
  deal: {
    notShown: 'Dieses Geschäft lässt sich nicht zeigen',
    dispute: 'Die Gutschrift bestreiten',
    tell: 'Sagen, was Sie getan haben',
    draft: 'Entwurf: Darauf wird noch nichts gezahlt',
    byPage: (version) => `nach Attributionsseite ${version}`,
    lockedSince: (day) => `gesperrt seit ${day}`,
    openUntil: (day) => `dass Sie es gebracht haben, kann bis zum ${day} festgehalten werden`,
    changed: 'Was daran etwas geändert hätte',
    tests: 'Die Prüfungen',
    untested:
      'Noch ist nichts von Ihnen geprüft. Sagen Sie, was Sie getan haben; ist es bestätigt, wird entschieden.',
    holds: 'ja',
    fails: 'nein',
    did: 'Was Sie getan haben',
    nothing: 'Noch ist nichts festgehalten.',
    written: (day, known) => `${day}, festgehalten ${known}`,
    refusedFor: (reason) => `Abgelehnt: ${reason}`,
    evidence: {
      withdrawn: 'zurückgezogen',
      refused: 'abgelehnt',
      waiting: 'wartet',
      counts: 'zählt',
      idle: 'zählt nicht',
    },
  },
  claim: {
    title: 'Sagen, was Sie getan haben',
    what: 'Was',
    deeds: {
      introduction: 'Ich habe Sie dort eingeführt',
      joint_meeting: 'Wir haben sie gemeinsam getroffen',
      stakeholder_access: 'Ich habe jemand Neuen dazugeholt',
      solution_architecture: 'Ich habe eine technische Frage geklärt',
      objection_handled: 'Ich habe einen Einwand ausgeräumt',
      deployment_help: 'Ich habe bei der Einführung geholfen',
    },
    who: 'Wer von Ihnen',
    nobody: 'Von Ihnen ist noch niemand mit Namen bekannt. Fragen Sie Ihre Partnerbetreuung.',
    withWhom: (company) => `Mit wem bei ${company}`,
    when: 'Wann',
    outcome: 'Was daraus wurde',
    outcomeSays: 'Eine Zeile. Ohne sie zählt es nicht.',
    proof: 'Was es belegt',
    proofSays: 'Links, einer je Zeile: eine Mail, ein Kalendereintrag, ein Dokument.',
    act: 'Mitteilen',
    done: (company) => `${company} weiß Bescheid. Es zählt, sobald es dort bestätigt ist.`,
  },
  dispute: {
    title: 'Die Gutschrift bestreiten',
    says: (company) =>
      `${company} antwortet, dann entscheiden Unbeteiligte schriftlich. Bis dahin gilt die Gutschrift, und was sie zahlt, wartet.`,
    why: 'Warum',
    act: 'Fall eröffnen',
    done: 'Der Fall ist eröffnet. Sie finden ihn unter Streitfälle.',
    proof: 'Was es belegt',
    proofSays: 'Links, einer je Zeile.',
    should: 'Sie müsste sein',
  },
  disputes: {
    title: 'Streitfälle',
    lead: 'Wo Sie eine Gutschrift für falsch halten, und was daraus wurde.',
    none: 'Sie bestreiten nichts',
    noneSays:
      'Öffnen Sie ein Geschäft und lesen Sie die Prüfungen seiner Gutschrift. Stimmt eine nicht, bestreiten Sie sie dort.',
    notShown: 'Dieser Fall lässt sich nicht zeigen',
    one: (number) => `Streitfall ${number}`,
  },
  earnings: {
    title: 'Vergütung',
    lead: (company) => `Was ${company} Ihnen für gewonnene Geschäfte schuldet, nach Abrechnung.`,
    none: 'Noch keine Abrechnung',
    noneSays:
      'Eine Abrechnung kommt für jeden Monat, in dem ein Geschäft von Ihnen gewonnen wurde und nach der unterschriebenen Seite zahlt.',
    open: 'Noch auf keiner Abrechnung',
    openSays:
      'Fällige Zeilen stehen auf der Abrechnung ihres Monats. Zeilen eines strittigen Geschäfts warten, bis der Streit zu Ende ist.',
    openLabel: 'Zeilen auf keiner Abrechnung',
    issued: (number, when) => `Abrechnung ${number}, ausgestellt ${when}`,
    paid: (reference) => `bezahlt mit dem Verwendungszweck ${reference}`,
  },
};
