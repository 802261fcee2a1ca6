/**
 * What a role table may not say: cells that no deal could ever reach, and cells that contradict each other or a rule of
 * the page. Each check names the cells, so that the signatories can settle it.
 *
 * Handbook: docs/handbook/attribution.md
 */

import type { Check, CheckCatalogue } from '#core/program/check.ts';
import { blocking, everyRow } from '#core/program/judge.ts';
import { type AttributionBody, attributionPage } from './attribution-page.ts';
import { classWords } from './class-words.ts';
import { type PartnerRole, partnerRoles, type RoleTableCell } from './policy.ts';

type RoleTableCheck = Check<keyof typeof roleTableWords>;

/** The checks of the table, and of the numbers by which its co-sold cells are read. */
export function checkRoleTable(body: AttributionBody): RoleTableCheck[] {
  return [
    ...checkSourced(body),
    ...checkCoSold(body),
    ...checkWaiting(body),
    ...checkLabels(body),
    checkOverlap(body),
  ];
}

/** 5.3, 5.4, ATT-8 and ATT-11: only the originator sources, only at S0 and S1, and it earns nothing lower. */
function checkSourced(body: AttributionBody): RoleTableCheck[] {
  const { originator } = body.roleTable;
  const late = originator.byStage.findIndex((cell, stage) => stage > 1 && cell === 'sourced');
  const lower = originator.byStage.findIndex((cell, stage) => stage > 0 && isHelp(cell));
  const others = partnerRoles.filter((role) => role !== 'originator');
  const path = 'roleTable.originator.byStage';
  return [
    blocking('5.3', 'att.originator', `${path}[0]`, originator.byStage[0] === 'sourced'),
    blocking('ATT-8', 'att.sourced_late', path, late === -1, { role: label(body, 'originator'), late }),
    blocking('5.4', 'att.originator_lower', path, lower === -1, {
      role: label(body, 'originator'),
      stage: lower,
      earns: words(originator.byStage[lower] ?? null),
    }),
    blocking(
      'ATT-11',
      'att.originator_renewal',
      'roleTable.originator.renewal',
      originator.renewal === null || originator.renewal === 'sourced',
      { role: label(body, 'originator'), earns: words(originator.renewal) },
    ),
    ...everyRow(
      'roleTable',
      others.map((role) => {
        const { byStage, renewal } = body.roleTable[role];
        const stage = byStage.indexOf('sourced');
        return blocking(
          '5.4',
          'att.sourced_other',
          `roleTable.${role}.byStage`,
          stage === -1 && renewal !== 'sourced',
          {
            role: label(body, role),
            originator: label(body, 'originator'),
            at: stage === -1 ? 'on a renewal' : `at S${stage}`,
          },
        );
      }),
    ),
  ];
}

/** 5.4 and ATT-6: the co-sold test has to be one that a deal can pass, and no cell may promise what it cannot give. */
function checkCoSold(body: AttributionBody): RoleTableCheck[] {
  const { coSoldStages: stages, coSoldStage: late, coSoldBeforeStage: before } = body.settings;
  const row = body.roleTable.joint_seller.byStage;
  const reachable = row.filter((cell, stage) => cell === 'co_sold' && stage > 0 && stage < before);
  const lateCell = row.findIndex((cell, stage) => cell === 'co_sold' && stage >= late && stage < before);
  const isWithin = late < before;
  return [
    blocking('ATT-6', 'att.co_sold_bounds', 'settings.coSoldStage', isWithin, { late, before }),
    blocking('5.4', 'att.co_sold_reachable', 'settings.coSoldStages', stages <= reachable.length, {
      role: label(body, 'joint_seller'),
      stages,
      before,
      reachable: reachable.length,
    }),
    blocking(
      '5.4',
      'att.co_sold_late',
      `roleTable.joint_seller.byStage[${late}]`,
      !isWithin || reachable.length === 0 || lateCell !== -1,
      { role: label(body, 'joint_seller'), late, before, earns: words(row[late] ?? null) },
    ),
    ...everyRow(
      'roleTable',
      partnerRoles.map((role) => {
        const { byStage } = body.roleTable[role];
        const isReached = byStage.some((cell, stage) => cell === 'co_sold' && stage > 0 && stage < before);
        const lost = byStage.findIndex(
          (cell, stage) => cell === 'co_sold' && (stage === 0 || stage >= before),
        );
        // Without any cell within reach the joint seller has failed the check above.
        const holds = lost === -1 || (lost > 0 && (isReached || role === 'joint_seller'));
        const params = { role: label(body, role), stage: lost, before };
        return blocking('ATT-6', 'att.co_sold_cell', `roleTable.${role}.byStage[${lost}]`, holds, params);
      }),
    ),
  ];
}

/**
 * 5.3: the same help may not earn more for being given later, or whoever writes it down would wait. S0 is before the
 * deal, an empty cell is for people to decide, and a co-sold cell is an influenced one until the co-sold test holds.
 */
function checkWaiting(body: AttributionBody): RoleTableCheck[] {
  const helpers = partnerRoles.filter((role) => role !== 'originator' && role !== 'overlap');
  return everyRow(
    'roleTable',
    helpers.map((role) => {
      const { byStage } = body.roleTable[role];
      const rise = firstRise(byStage);
      return blocking(
        '5.3',
        'att.waiting',
        rise === null ? `roleTable.${role}` : `roleTable.${role}.byStage[${rise.later}]`,
        rise === null,
        {
          role: label(body, role),
          earlier: rise?.earlier ?? null,
          later: rise?.later ?? null,
          earns: words(byStage[rise?.earlier ?? 0] ?? null),
          earnsLater: words(byStage[rise?.later ?? 0] ?? null),
        },
      );
    }),
  );
}

function firstRise(byStage: readonly RoleTableCell[]): { earlier: number; later: number } | null {
  let least: { stage: number; worth: number } | null = null;
  for (let stage = 1; stage < byStage.length; stage += 1) {
    const worth = worthOf(byStage[stage] ?? null);
    if (worth === null) continue;
    if (least !== null && worth > least.worth) return { earlier: least.stage, later: stage };
    if (least === null || worth < least.worth) least = { stage, worth };
  }
  return null;
}

function worthOf(cell: RoleTableCell): number | null {
  switch (cell) {
    case null:
    case 'sourced':
      return null;
    case 'co_sold':
    case 'influenced':
      return 2;
    case 'assisted':
      return 1;
    case 'none':
      return 0;
  }
}

/** Whoever picks a role picks it by its name, so two rows of one name would leave the class to chance. */
function checkLabels(body: AttributionBody): RoleTableCheck[] {
  const seen = new Map<string, PartnerRole>();
  const rows = partnerRoles.map((role) => {
    const name = label(body, role);
    const before = seen.get(name.toLowerCase()) ?? null;
    if (before === null) seen.set(name.toLowerCase(), role);
    return blocking('5.3', 'att.label_twice', `roleTable.${role}.label`, before === null, {
      name,
      first: before === null ? null : attributionPage.fields.roleTable.rows[before].label,
      second: attributionPage.fields.roleTable.rows[role].label,
    });
  });
  return everyRow('roleTable', rows);
}

/** 5.2: overlap alone earns nothing, whatever the stage. */
function checkOverlap(body: AttributionBody): RoleTableCheck {
  const { byStage, renewal } = body.roleTable.overlap;
  const stage = byStage.findIndex((cell) => cell !== 'none');
  return blocking('5.2', 'att.overlap', 'roleTable.overlap', stage === -1 && renewal === 'none', {
    at: stage === -1 ? 'on a renewal' : `at S${stage}`,
    earns: words(stage === -1 ? renewal : (byStage[stage] ?? null)),
  });
}

function isHelp(cell: RoleTableCell): boolean {
  return cell === 'co_sold' || cell === 'influenced' || cell === 'assisted';
}

function label(body: AttributionBody, role: PartnerRole): string {
  return body.roleTable[role].label.trim() || attributionPage.fields.roleTable.rows[role].label;
}

function words(cell: RoleTableCell): string {
  return cell === null ? 'left to the panel' : classWords[cell];
}

export const roleTableWords = {
  'att.originator': {
    holds: () => 'Who brings the deal before it exists has sourced it.',
    fails: () =>
      'The originator does not earn sourced at S0. Set that cell to sourced; without it no deal is ever sourced.',
  },
  'att.sourced_late': {
    holds: () => 'No deal is sourced once it is under way.',
    fails: ({ role, late }) =>
      `“${role}” still earns sourced at S${late}, while claims are locked soon after S1. Clear the cell at S${late}; later help is influenced or co-sold.`,
  },
  'att.originator_lower': {
    holds: () => 'An origin is tested for sourced and for nothing lower.',
    fails: ({ role, stage, earns }) =>
      `“${role}” earns sourced at S0 and ${earns} at S${stage}, but an origin that fails its test earns nothing lower. Clear the cell at S${stage}; what else the partner did stands in another row.`,
  },
  'att.originator_renewal': {
    holds: () => 'A renewal is tested afresh for who brought it.',
    fails: ({ role, earns }) =>
      `“${role}” has ${earns} on a renewal, while a renewal is tested afresh for its own origin. Leave the cell empty, or set it to sourced.`,
  },
  'att.sourced_other': {
    holds: () => 'Only the originator can have sourced a deal.',
    fails: ({ role, at, originator }) =>
      `“${role}” earns sourced ${at}, as “${originator}” does at S0. Only an origin before the deal is sourced; choose another class for this cell.`,
  },
  'att.co_sold_bounds': {
    holds: ({ late, before }) =>
      `Joint selling reaches stage ${late}, before the deal enters stage ${before}.`,
    fails: ({ late, before }) =>
      `Joint selling must reach stage ${late}, but only acts before stage ${before} count. Lower the first or raise the second.`,
  },
  'att.co_sold_reachable': {
    holds: ({ stages }) => `A deal can be co-sold: ${stages} stages of joint selling are within reach.`,
    fails: ({ role, stages, before, reachable }) =>
      `Co-sold asks for joint selling at ${stages} stages, and the row “${role}” has ${reachable} co-sold cells before stage ${before}. No deal could pass; ask for fewer stages or mark more cells.`,
  },
  'att.co_sold_late': {
    holds: ({ late }) => `Joint selling can reach stage ${late}.`,
    fails: ({ role, late, before, earns }) =>
      `Co-sold asks for joint selling at stage ${late} or later and before stage ${before}, but “${role}” is ${earns} at S${late} and has no co-sold cell in between. Mark S${late} as co-sold, or lower the stage.`,
  },
  'att.co_sold_cell': {
    holds: () => 'Every co-sold cell can be reached.',
    fails: ({ role, stage, before }) =>
      stage === 0
        ? `“${role}” earns co-sold at S0, before there is a deal to sell. Choose another class for this cell.`
        : `“${role}” earns co-sold at S${stage}, but joint selling has to be reached before stage ${before}, and the row has no co-sold cell there. Choose another class for S${stage}, or mark an earlier cell.`,
  },
  'att.waiting': {
    holds: () => 'No help earns more for being given later.',
    fails: ({ role, earlier, earns, later, earnsLater }) =>
      `“${role}” earns ${earns} at S${earlier} and ${earnsLater} at S${later}, so the same help would be worth more for waiting. Raise S${earlier}, lower S${later}, or leave S${earlier} empty for the panel.`,
  },
  'att.label_twice': {
    holds: () => 'Every role has a name of its own.',
    fails: ({ name, first, second }) =>
      `“${name}” names two rows, which the page calls “${first}” and “${second}” by itself. People pick a role by its name; give each row its own.`,
  },
  'att.overlap': {
    holds: () => 'Overlap alone earns nothing.',
    fails: ({ at, earns }) =>
      `Overlap is ${earns} ${at}. Overlap is where you look for deals, never a reason for credit; set the whole row to “No credit”.`,
  },
} as const satisfies CheckCatalogue;
