import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What a rule's folder tells beyond its logic: its page, and the example that shows what to apply. */
export interface PageText {
  readonly id: string
  readonly page: string
  readonly apply: string
}

/** The module that src/rules/pages.ts imports; its text is made from the rules' folders. */
export const PAGES_MODULE = 'portolan:pages'

// Tools run at the root of the repository, as npm runs its scripts.
const RULES = join('src', 'rules')

/** Reads the pages of all rules, in the order of their folders. */
export function readPages(): readonly PageText[] {
  return readdirSync(RULES)
    .map((stop) => join(RULES, stop))
    .filter((folder) => statSync(folder).isDirectory())
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((id) => existsSync(join(folder, id, 'page.md')))
        .map((id) => ({
          id,
          page: readFileSync(join(folder, id, 'page.md'), 'utf8'),
          apply: readApply(join(folder, id)),
        })),
    )
}

/** The text of the module: the pages as JSON, so that V8 parses them at the speed of JSON when they are asked for. */
export function pagesModule(): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(readPages()))})`
}

/** Gives vitest the same module as the bundle has. */
export function pagesPlugin(): {
  readonly name: string
  readonly resolveId: (id: string) => string | undefined
  readonly load: (id: string) => string | undefined
} {
  const resolved = `\0${PAGES_MODULE}`
  return {
    name: 'portolan-pages',
    resolveId: (id) => (id === PAGES_MODULE ? resolved : undefined),
    load: (id) => (id === resolved ? pagesModule() : undefined),
  }
}

// The example is read by people who apply it: the marks of the tests are taken off.
function readApply(folder: string): string {
  for (const name of ['fixed.yaml', 'good.yaml']) {
    const file = join(folder, name)
    if (existsSync(file)) return readFileSync(file, 'utf8').replaceAll(/ *# flagged$/gm, '')
  }
  return ''
}
