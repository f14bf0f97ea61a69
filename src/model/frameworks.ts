import type { Control, Framework } from './control.ts'
import type { FrameworkId } from './framework.ts'
import { FRAMEWORKS } from './frameworks.data.ts'

/** Every control of a framework, in the framework's own order. */
export function listControls(framework: FrameworkId): readonly Control[] {
  return [...indexOf(framework).values()]
}

/** The control of that id; undefined when the framework has none. */
export function findControl(framework: FrameworkId, id: string): Control | undefined {
  return indexOf(framework).get(id)
}

type Index = ReadonlyMap<string, Control>

// Most runs ask for the controls of few frameworks, and for those often.
const indexes = new Map<FrameworkId, Index>()

function indexOf(id: FrameworkId): Index {
  const known = indexes.get(id)
  if (known !== undefined) return known
  const index = new Map(readControls(FRAMEWORKS[id]).map((control) => [control.id, control]))
  indexes.set(id, index)
  return index
}

function readControls({ url, sections }: Framework): readonly Control[] {
  return sections.flatMap((section) =>
    Object.entries(section.controls).map(([id, told]) => {
      const [title, page] = typeof told === 'string' ? [told] : told
      return { id, title, url: page ?? section.url ?? url, scope: section.scope }
    }),
  )
}
