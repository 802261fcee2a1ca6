/**
 * Custom fields of the opportunity as a package of Salesforce's Metadata API: what `sf project deploy start
 * --metadata-dir` takes, and Workbench as a zip.
 */

import { type CrmField, crmChoices, crmFieldFacts } from '#core/attribution/crm-fields.ts';

/** An old version on purpose: every org of today still takes it, and nothing here is newer. */
const apiVersion = '60.0';
const textLength = 255;

/** A field to define, by its API name. */
export type FieldToDefine = { readonly field: CrmField; readonly name: string };

/** The two files of the package, in order; none where there is nothing to define. */
export function fieldPackage(fields: readonly FieldToDefine[]): { path: string; text: string }[] {
  if (fields.length === 0) return [];
  const members = fields.map(({ name }) => `    <members>Opportunity.${name}</members>\n`).join('');
  return [
    {
      path: 'fields/package.xml',
      text: `${head}<Package ${namespace}>\n  <types>\n${members}    <name>CustomField</name>\n  </types>\n  <version>${apiVersion}</version>\n</Package>\n`,
    },
    {
      path: 'fields/objects/Opportunity.object',
      text: `${head}<CustomObject ${namespace}>\n${fields.map(fieldXml).join('')}</CustomObject>\n`,
    },
  ];
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function fieldXml({ field, name }: FieldToDefine): string {
  const { label, says } = crmFieldFacts[field];
  const lines = [
    element('fullName', name),
    element('label', label),
    element('description', `${says} Written by Tandem.`),
    element('inlineHelpText', says),
    element('required', 'false'),
    element('trackHistory', 'false'),
    ...typeXml(field),
  ];
  return `  <fields>\n${lines.map((line) => `    ${line}\n`).join('')}  </fields>\n`;
}

function typeXml(field: CrmField): string[] {
  const { kind } = crmFieldFacts[field];
  switch (kind) {
    case 'text':
      return [element('type', 'Text'), element('length', String(textLength))];
    case 'date':
      return [element('type', 'Date')];
    case 'link':
      return [element('type', 'Url')];
    case 'number':
      return [element('type', 'Number'), element('precision', '9'), element('scale', '0')];
    case 'choice':
      return [element('type', 'Picklist'), '<valueSet>', ...valueSet(crmChoices(field) ?? []), '</valueSet>'];
  }
}

function valueSet(words: readonly string[]): string[] {
  const values = words.flatMap((word) => [
    '    <value>',
    `      ${element('fullName', word)}`,
    `      ${element('default', 'false')}`,
    `      ${element('label', word)}`,
    '    </value>',
  ]);
  return [
    '  <restricted>true</restricted>',
    '  <valueSetDefinition>',
    '    <sorted>false</sorted>',
    ...values,
    '  </valueSetDefinition>',
  ];
}

function element(name: string, text: string): string {
  const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return `<${name}>${safe}</${name}>`;
}
