import * as v from 'valibot'
import type { FlawEntry, RecordEntry } from './file/entries.ts'
import type { OpenFile, Sections } from './file/layout.ts'
import { RECORD } from './file/schema.ts'

/**
 * The names of each flaw over the advisories of all ecosystems: aliases of aliases are one flaw (OSV schema 1.7.5). Each
 * name leads to all of them and to the worst severity that one of them gives. What has one name only and no severity is
 * left out.
 */
export function flawSections(files: readonly OpenFile[]): Sections {
  const groups = new Groups()
  const severities = new Map<string, NonNullable<RecordEntry['severity']>>()
  for (const file of files) {
    for (const bytes of file.section('records').all()) {
      const parsed: unknown = JSON.parse(bytes.toString())
      const { id, aliases, severity, withdrawn } = v.parse(RECORD, parsed)
      // What was withdrawn as a copy of another still names it.
      for (const alias of aliases ?? []) groups.join(id, alias)
      if (severity !== undefined && withdrawn === undefined) severities.set(id, severity)
    }
  }
  return {
    flaws: entriesOf(groups, severities).map((flaw) => [
      flaw.id,
      Buffer.from(JSON.stringify(flaw)),
    ]),
  }
}

function entriesOf(
  groups: Groups,
  severities: ReadonlyMap<string, NonNullable<RecordEntry['severity']>>,
): readonly FlawEntry[] {
  const grouped = groups.all()
  const alone = [...severities.keys()].filter((id) => !groups.has(id)).map((id) => [id])
  return [...grouped, ...alone].flatMap((members) => {
    const names = members.toSorted()
    const severity = names
      .flatMap((from) => {
        const rated = severities.get(from)
        return rated === undefined ? [] : [{ ...rated, from }]
      })
      .toSorted((one, other) => rankOf(other) - rankOf(one))[0]
    return names.map((id) => ({ id, names, severity }))
  })
}

const LEVELS = ['none', 'low', 'medium', 'high', 'critical']

function rankOf({ level, score }: NonNullable<RecordEntry['severity']>): number {
  return LEVELS.indexOf(level) + (score ?? 0) / 100
}

// Disjoint sets with path halving.
class Groups {
  readonly #parents = new Map<string, string>()

  has(name: string): boolean {
    return this.#parents.has(name)
  }

  join(one: string, other: string): void {
    this.#parents.set(this.#root(one), this.#root(other))
  }

  all(): readonly (readonly string[])[] {
    const groups = new Map<string, string[]>()
    for (const name of this.#parents.keys()) {
      const root = this.#root(name)
      const group = groups.get(root)
      if (group === undefined) groups.set(root, [name])
      else group.push(name)
    }
    return [...groups.values()]
  }

  #root(name: string): string {
    let at = name
    for (;;) {
      const parent = this.#parents.get(at) ?? at
      if (parent === at) break
      const above = this.#parents.get(parent) ?? parent
      this.#parents.set(at, above)
      at = above
    }
    if (!this.#parents.has(at)) this.#parents.set(at, at)
    return at
  }
}
