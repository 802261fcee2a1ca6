import type { FileShape } from '../csv/file-shape.ts';

/** A column that holds when a deal entered one stage. */
export type EnteredColumn = {
  readonly column: string;
  readonly stage: string;
  readonly pipeline: string | null;
};

const entered =
  /^(?:date entered|entered|datum (?:des eintritts|eingetreten|eingegeben|van binnenkomst|ingevoerd|vstupu)|date d[’' ]?(?:entrée|ajout)|fecha (?:de entrada|de ingreso|en que (?:entró|ingresó)))\b/i;
/** The other measures that HubSpot exports per stage. */
const otherMeasure =
  /exit|time in|cumulative|latest|verlass|ausgetreten|zeit in|dauer|sortie|temps|sal(?:ida|i[óo])|tiempo|verlat|tijd|opu[sš]|doba|čas /i;
const quoted = /["“„«]\s?(.+?)\s?["”“»]\s*$/;
const withPipeline = /^(.*\S)\s*\(([^()]+)\)$/;
const internal = /^hs_(?:v2_)?date_entered_(.+)$/;

/**
 * HubSpot's columns `Date entered "Stage (Pipeline)"` (in its export languages, or by internal name). Each cell is
 * the last time that the deal entered the stage: a re-entry overwrites the first.
 */
export function enteredColumns(shape: FileShape): EnteredColumn[] {
  return shape.columns.flatMap(({ name }) => {
    const id = internal.exec(name)?.[1];
    if (id !== undefined) return [{ column: name, stage: id, pipeline: null }];
    const inside = quoted.exec(name)?.[1];
    if (inside === undefined || otherMeasure.test(name)) return [];
    const [, stage = inside, pipeline = null] = withPipeline.exec(inside) ?? [];
    // In a language that is not known here, the pipeline in brackets tells.
    if (!entered.test(name) && pipeline === null) return [];
    return [{ column: name, stage, pipeline }];
  });
}

/** The stages of HubSpot's default pipeline, in order, by label and by internal name. */
export const hubspotStages: readonly (readonly [string, string])[] = [
  ['Appointment Scheduled', 'appointmentscheduled'],
  ['Qualified To Buy', 'qualifiedtobuy'],
  ['Presentation Scheduled', 'presentationscheduled'],
  ['Decision Maker Bought-In', 'decisionmakerboughtin'],
  ['Contract Sent', 'contractsent'],
];
