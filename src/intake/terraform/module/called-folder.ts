import { posix, resolve } from 'node:path'
import type { ModuleFolder } from './folder.ts'
import type { Module } from './memo.ts'
import { complain } from './run.ts'
import { attributeIn, labelOf, type Section } from './section.ts'

/** The folder of the module that a section calls; where it was not read, a fault says why. */
export function calledFolder(module: Module, section: Section): ModuleFolder | undefined {
  const placed = attributeIn(section, 'source')
  const text = placed?.attribute.value
  const start = placed?.attribute.start ?? section.block.start
  const { run, folder } = module
  const source = placed?.source ?? section.source
  const written =
    text?.kind === 'literal' && typeof text.value === 'string' ? text.value : undefined
  if (written === undefined || !isLocalSource(written)) {
    complain(run, source, start, remote(labelOf(section, 0), written))
    return undefined
  }
  const called = run.folderAt(resolve(folder.path, written))
  if (called === undefined) complain(run, source, start, absent(written))
  else if (isAmong(module, called)) complain(run, source, start, circular(written))
  else if (--run.budget.modules < 0) complain(run, source, start, TOO_MANY)
  else return called
  return undefined
}

/** Whether a module's source is a folder beside the one that calls it. */
export function isLocalSource(source: string): boolean {
  return /^\.\.?(?:\/|$)/.test(source) && posix.normalize(source) !== ''
}

function isAmong(module: Module, folder: ModuleFolder): boolean {
  for (let at: Module | undefined = module; at !== undefined; at = at.parent) {
    if (at.folder === folder) return true
  }
  return false
}

function remote(name: string, source: string | undefined): Parameters<typeof complain>[3] {
  return {
    code: 'INTAKE_MODULE',
    message:
      source === undefined
        ? `Where module "${name}" comes from is no plain text, so it was not examined.`
        : `Module "${name}" comes from ${shown(source)}, which was not fetched: what it makes was not examined.`,
    remedy: 'Scan the plan instead: terraform show -json PLANFILE | portolan scan -',
  }
}

// A source may carry a password: https://user:secret@host.
function shown(source: string): string {
  return source.replace(/\/\/[^/@\s]*@/, '//…@').slice(0, 200)
}

function absent(source: string): Parameters<typeof complain>[3] {
  return {
    code: 'INTAKE_MODULE',
    message: `The folder ${source} holds no .tf files that belong to this scan, so that module was not examined.`,
    remedy: 'Name a folder that holds both modules as the target.',
  }
}

function circular(source: string): Parameters<typeof complain>[3] {
  return {
    code: 'INTAKE_MODULE',
    message: `The module in ${source} calls itself, so it was not examined again.`,
    remedy: 'Break the circle: Terraform refuses it too.',
  }
}

const TOO_MANY: Parameters<typeof complain>[3] = {
  code: 'INTAKE_TOO_MANY',
  message:
    'Modules call each other more often than in any real estate, so this call was not examined.',
  remedy: 'Scan its folders one by one.',
}
