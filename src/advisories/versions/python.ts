import { compareDigits, compareLists, compareText, isDigits } from './digits.ts'
import { remembered } from './remembered.ts'

const SHAPE =
  /^\s*v?(?:([0-9]+)!)?([0-9]+(?:\.[0-9]+)*)(?:[-_.]?(alpha|beta|preview|pre|rc|a|b|c)[-_.]?([0-9]*))?(?:-([0-9]+)|[-_.]?(post|rev|r)[-_.]?([0-9]*))?(?:[-_.]?(dev)[-_.]?([0-9]*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?\s*$/i

interface PythonVersion {
  readonly epoch: string
  readonly release: readonly string[]
  /** Rank of the phase (dev alone, a, b, rc, final) and its number. */
  readonly phase: Ranked
  readonly post: Ranked
  readonly dev: Ranked
  readonly local: readonly string[] | undefined
}

interface Ranked {
  readonly rank: number
  readonly number: string
}

/** The order of PyPI; undefined when one of the two is no version. Source: PEP 440, packaging 26. */
export function comparePython(one: string, other: string): number | undefined {
  const left = parse(one)
  const right = parse(other)
  if (left === undefined || right === undefined) return undefined
  return (
    compareDigits(left.epoch, right.epoch) ||
    compareLists(left.release, right.release, { filler: '0', compare: compareDigits }) ||
    compareRanked(left.phase, right.phase) ||
    compareRanked(left.post, right.post) ||
    compareRanked(left.dev, right.dev) ||
    compareLocals(left.local, right.local)
  )
}

const parse = remembered((text): PythonVersion | undefined => {
  const found = SHAPE.exec(text)
  if (found === null) return undefined
  const [
    ,
    epoch = '',
    release = '',
    phase,
    phaseNo = '',
    shortPost,
    post,
    postNo = '',
    dev,
    devNo = '',
    local,
  ] = found
  const isPost = shortPost !== undefined || post !== undefined
  return {
    epoch,
    release: release.split('.'),
    phase: { rank: rankOf({ phase, isPost, isDev: dev !== undefined }), number: phaseNo },
    post: { rank: isPost ? 1 : 0, number: shortPost ?? postNo },
    // Without .dev a version comes after those with it.
    dev: { rank: dev === undefined ? 1 : 0, number: devNo },
    local: local?.toLowerCase().split(/[-_.]/),
  }
})

function rankOf({
  phase,
  isPost,
  isDev,
}: {
  readonly phase: string | undefined
  readonly isPost: boolean
  readonly isDev: boolean
}): number {
  // 1.0.dev1 comes before 1.0a1, but 1.0.post1.dev1 belongs to the post releases.
  if (phase === undefined) return isDev && !isPost ? 0 : FINAL
  return PHASES[phase.toLowerCase()] ?? FINAL
}

const PHASES: Readonly<Record<string, number>> = {
  a: 1,
  alpha: 1,
  b: 2,
  beta: 2,
  c: 3,
  rc: 3,
  pre: 3,
  preview: 3,
}
const FINAL = 4

function compareRanked(one: Ranked, other: Ranked): number {
  return one.rank - other.rank || compareDigits(one.number, other.number)
}

// A version without local label comes first, then texts, then numbers.
function compareLocals(
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
): number {
  return compareLists(one ?? [], other ?? [], { filler: '', compare: compareLocal })
}

function compareLocal(one: string, other: string): number {
  if (one === '' || other === '') return one.length - other.length
  if (isDigits(one) && isDigits(other)) return compareDigits(one, other)
  if (isDigits(one) !== isDigits(other)) return isDigits(one) ? 1 : -1
  return compareText(one, other)
}
