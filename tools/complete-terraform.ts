import { readHcl } from '../src/intake/terraform/hcl/read-hcl.ts'
import type { Block, Body } from '../src/intake/terraform/hcl/syntax.ts'
import { SOUND_TERRAFORM } from './sound-terraform.data.ts'

/**
 * An example in HCL with what a sound resource has besides: arguments and blocks that it does not write, and resources
 * beside it. Nothing that it says is changed. Of examples that show several ways only the first is shown: all up to the
 * second resource of the same type.
 */
export function completeTerraform(text: string): string {
  const shown = firstWay(text)
  const blocks = bodyOf(shown).blocks.filter(({ type }) => type === 'resource')
  const completed = blocks.toReversed().reduce(completeBlock, shown.trimEnd())
  const besides = blocks.flatMap((block) => besidesOf(block, blocks))
  return [completed, ...besides].join('\n\n')
}

function bodyOf(text: string): Body {
  const { body, faults } = readHcl({ file: 'example.tf', text })
  if (faults.length > 0) throw new Error(`An example cannot be read: ${faults[0]?.message ?? ''}`)
  return body
}

const labelOf = ({ labels }: Block, index: number): string => labels[index]?.text ?? ''

// The comment above a block belongs to it.
function firstWay(text: string): string {
  const resources = bodyOf(text).blocks.filter(({ type }) => type === 'resource')
  const [first] = resources
  const next = resources.find(
    (block) => block !== first && first !== undefined && labelOf(block, 0) === labelOf(first, 0),
  )
  if (next === undefined || !SOUND_TERRAFORM.has(labelOf(next, 0))) return text
  const before = text.slice(0, next.start)
  return `${before
    .trimEnd()
    .replace(/(?:\n#[^\n]*)+$/, '')
    .trimEnd()}\n`
}

function completeBlock(text: string, block: Block): string {
  const sound = SOUND_TERRAFORM.get(labelOf(block, 0))
  if (sound === undefined) return text
  return withMissing(text, block, { body: bodyOf(sound.body), text: sound.body }, '')
}

interface Sound {
  readonly body: Body
  readonly text: string
}

// From the end on, so that what stands before keeps its place. Further lines of what is added stand as deep already.
function withMissing(text: string, block: Block, sound: Sound, indent: string): string {
  const { attributes, blocks } = block.body
  const known = new Set([...attributes.map(({ name }) => name), ...blocks.map(typeOf)])
  const within = sound.body.blocks.flatMap((inner) => {
    const own = blocks.filter((other) => typeOf(other) === inner.type && other.type !== 'dynamic')
    return own.length === 1 && own[0] !== undefined ? [{ own: own[0], inner }] : []
  })
  const deeper = `${indent}  `
  const added = [
    ...sound.body.attributes
      .filter(({ name }) => !known.has(name))
      .map(({ start, end }) => `${deeper}${sound.text.slice(start, end)}\n`),
    ...sound.body.blocks
      .filter(({ type }) => !known.has(type))
      .map(({ start, end }) => `\n${deeper}${sound.text.slice(start, end)}\n`),
  ].join('')
  const close = text.lastIndexOf('}', block.end - 1)
  const own = text.slice(0, close).trimEnd()
  const gap = own.endsWith('{') || added.startsWith('\n') ? '\n' : '\n\n'
  const whole = added === '' ? text : own + gap + added + indent + text.slice(close)
  return within
    .toSorted((one, other) => other.own.start - one.own.start)
    .reduce(
      (now, { own, inner }) =>
        withMissing(now, own, { body: inner.body, text: sound.text }, `${indent}  `),
      whole,
    )
}

function typeOf({ type, labels }: Block): string {
  return type === 'dynamic' ? (labels[0]?.text ?? '') : type
}

function besidesOf(block: Block, all: readonly Block[]): readonly string[] {
  const besides = SOUND_TERRAFORM.get(labelOf(block, 0))?.besides
  if (besides === undefined) return []
  const [added] = bodyOf(besides).blocks
  const isThere =
    added !== undefined && all.some((other) => labelOf(other, 0) === labelOf(added, 0))
  return isThere ? [] : [besides.replaceAll('NAME', labelOf(block, 1))]
}
