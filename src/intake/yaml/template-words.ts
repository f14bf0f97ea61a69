import type { Trouble } from './yaml-fault.ts'

/** The trouble in better words where a template expression stands on its line: what YAML says of it is beside the point. */
export function inTemplateWords(trouble: Trouble, text: string): Trouble {
  if (trouble.code !== 'INTAKE_YAML' || !lineAt(text, trouble.offset).includes('{{')) return trouble
  return {
    ...trouble,
    message: 'A template expression ({{ … }}) stands on this line, and YAML cannot read it.',
    remedy: 'Render the template first, or put the expression in quotes.',
  }
}

function lineAt(text: string, offset: number): string {
  const from = text.lastIndexOf('\n', offset - 1) + 1
  const to = text.indexOf('\n', offset)
  return text.slice(from, to === -1 ? text.length : to)
}
