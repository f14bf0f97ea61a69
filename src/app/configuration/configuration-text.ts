import { blockLines } from '../../fix/block-text.ts'
import { printable } from '../../report/printable.ts'
import type { Chapter, Draft } from './draft.ts'

/** A draft with what is told of it. Without a topic only its objects are written. */
interface Told extends Draft {
  readonly topic?: string
  readonly title?: string
  readonly left?: readonly {
    readonly rule: string
    readonly count: number
    readonly why: string
  }[]
  /** The guide's own example, for a topic of which nothing could be adapted. */
  readonly blocks?: readonly string[]
}

const HABITS = { mappingIndent: 2, listIndent: 2 } as const

/** The mark that the first line of every configuration begins with: a file that has it may be written anew. */
export const CONFIGURATION_MARK = '# Written by portolan guide'

/** A draft as one stream of YAML: what is no object is a comment, so all of it may be applied as it is. */
export function configurationText(told: Told): string {
  const { topic, title = '', chapters, notes, left = [], blocks = [] } = told
  const lines = [
    ...(topic === undefined ? [] : [`${CONFIGURATION_MARK} ${topic}: ${title}.`]),
    ...(topic !== undefined && chapters.length > 0 ? comments([TRY_FIRST(topic)]) : []),
    ...(chapters.length === 0 && left.length === 0 ? comments([NOTHING_TO_ADD]) : []),
    ...comments(notes),
    ...chapters.flatMap(chapterLines),
    ...remainderLines(left),
    ...exampleLines(blocks),
  ]
  return `${lines.join('\n')}\n`
}

const NOTHING_TO_ADD = 'Nothing to add: no rule of this topic complains about what was read.'

const TRY_FIRST = (topic: string): string =>
  `Try it first: kubectl apply --dry-run=server -f -. What it restricts: portolan guide ${topic}.`

function chapterLines({ why, manifests }: Chapter): readonly string[] {
  return manifests.flatMap((manifest, index) => [
    '---',
    ...(index === 0 ? comments(why) : []),
    ...blockLines(manifest, HABITS),
  ])
}

function remainderLines(left: Told['left'] = []): readonly string[] {
  if (left.length === 0) return []
  return comments([
    'Not closed by this:',
    ...left.map(({ rule, count, why }) => `  ${rule}, ${count}: ${why}`),
  ])
}

// Never applied by accident: the names in it are not those of the estate.
function exampleLines(blocks: readonly string[]): readonly string[] {
  if (blocks.length === 0) return []
  const lines = blocks.join('---\n').trimEnd().split('\n')
  return comments(['An example to begin with; the names in it are to be filled in:', '', ...lines])
}

// Names of the estate end up here: a line break in one must not end the comment.
function comments(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `# ${printable(line)}`.trimEnd())
}
