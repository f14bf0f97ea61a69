import type { Path } from '../../model/document.ts'
import { isList, memberOf, partOf, valueAt, type Field, type Reader } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'

/** One instruction of a Dockerfile; what ONBUILD keeps for later counts as the instruction it will be. */
export interface Step extends Reader {
  /** In capitals. */
  readonly keyword: string
  readonly stage: Stage
}

/** A stage: what begins at one FROM. */
export interface Stage {
  readonly index: number
  readonly name: string | undefined
  /** What it is built from, as written after FROM; undefined when nothing is. */
  readonly from: Field | undefined
  /** The stage it goes on from, when `from` names one. */
  readonly base: Stage | undefined
  readonly steps: readonly Step[]
  /** Whether its files are those of the image: the last stage, and those that it goes on from. */
  readonly isShipped: boolean
}

/** The stages of a Dockerfile, in their order. Taken apart once. O(instructions). */
export function stagesOf(dockerfile: Resource): readonly Stage[] {
  const known = taken.get(dockerfile)
  if (known !== undefined) return known
  const stages = readStages(dockerfile)
  taken.set(dockerfile, stages)
  return stages
}

/** The stages whose files are those of the image, the last one first. */
export function shippedStages(dockerfile: Resource): readonly Stage[] {
  return stagesOf(dockerfile)
    .filter(({ isShipped }) => isShipped)
    .toReversed()
}

/** All instructions of a Dockerfile that have one of `keywords`, in the order of the text. */
export function stepsOf(dockerfile: Resource, ...keywords: readonly string[]): readonly Step[] {
  return stagesOf(dockerfile).flatMap(({ steps }) =>
    steps.filter(({ keyword }) => keywords.includes(keyword)),
  )
}

/** The ARG instructions before the first stage. */
export function argumentsOf(dockerfile: Resource): readonly Reader[] {
  return dockerfile
    .list('arguments')
    .map(({ value }, index) => partOf(dockerfile.document, ['arguments', index], value))
}

/** The value of the option `name` of an instruction, `--chmod=4755`; undefined when it has none. */
export function optionOf(step: Step, name: string): string | undefined {
  const flag = step.list('flags').find(({ value }) => memberOf(value, 'name') === name)
  const value = memberOf(flag?.value, 'value')
  return typeof value === 'string' ? value : undefined
}

/** The texts among the words of an instruction, with their places. */
export function wordsOf(step: Step): readonly { readonly text: string; readonly field: Field }[] {
  return step
    .list('words')
    .flatMap((field) => (typeof field.value === 'string' ? [{ text: field.value, field }] : []))
}

/** A name and what it is set to by ARG, ENV or LABEL. */
export interface Setting {
  readonly key: string
  readonly value: Field | undefined
  readonly place: Field['place']
}

/** What an instruction sets. */
export function settingsOf(step: Reader): readonly Setting[] {
  return step.list('pairs').flatMap(({ value: pair }, index) => {
    const key = memberOf(pair, 'key')
    if (typeof key !== 'string') return []
    return [{ key, value: step.get('pairs', index, 'value'), place: step.at('pairs', index) }]
  })
}

const taken = new WeakMap<Resource, readonly Stage[]>()

interface Sketch extends Stage {
  readonly steps: Step[]
  isShipped: boolean
}

function readStages(dockerfile: Resource): readonly Stage[] {
  const sketches: Sketch[] = []
  // A later stage of the same name hides the earlier one.
  const byName = new Map<string, Sketch>()
  for (const [index, { value }] of dockerfile.list('stages').entries()) {
    const from = dockerfile.get('stages', index, 'from')
    const name = memberOf(value, 'as')
    const sketch: Sketch = {
      index,
      name: typeof name === 'string' ? name.toLowerCase() : undefined,
      from,
      base: typeof from?.value === 'string' ? byName.get(from.value.toLowerCase()) : undefined,
      steps: [],
      isShipped: false,
    }
    sketch.steps.push(...stepsAt(dockerfile, ['stages', index, 'instructions'], sketch))
    sketches.push(sketch)
    if (sketch.name !== undefined) byName.set(sketch.name, sketch)
  }
  markShipped(sketches)
  return sketches
}

function markShipped(sketches: readonly Sketch[]): void {
  let stage: Stage | undefined = sketches.at(-1)
  while (stage !== undefined) {
    const { index, base }: Stage = stage
    const sketch = sketches[index]
    if (sketch !== undefined) sketch.isShipped = true
    stage = base
  }
}

function stepsAt({ document, value }: Resource, path: Path, stage: Stage): readonly Step[] {
  const members = valueAt(value, path)
  if (!isList(members)) return []
  return members.flatMap((member, index) => {
    const trigger = memberOf(member, 'trigger')
    const own = trigger ?? member
    const keyword = memberOf(own, 'instruction')
    if (typeof keyword !== 'string') return []
    const at = [...path, index, ...(trigger === undefined ? [] : ['trigger'])]
    return [{ ...partOf(document, at, own), keyword, stage }]
  })
}
