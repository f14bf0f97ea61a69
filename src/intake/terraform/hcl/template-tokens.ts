import { enter, leave, refuseHcl } from './cursor.ts'
import type { Expression, Span, TemplatePart } from './syntax.ts'

/** A piece of a template in the order of the text, before directives are matched with their ends. */
export type TemplateToken = Span &
  (
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'expression'; readonly of: Expression }
    | { readonly kind: 'if'; readonly condition: Expression }
    | {
        readonly kind: 'for'
        readonly keyName: string | undefined
        readonly valueName: string
        readonly collection: Expression
      }
    | { readonly kind: 'else' | 'endif' | 'endfor' }
  )

/** Matches the directives of a template with their ends. */
export function nestParts(tokens: readonly TemplateToken[]): readonly TemplatePart[] {
  const walk = { tokens, at: 0 }
  const parts = partsUntil(walk, [])
  const stray = tokens[walk.at]
  if (stray === undefined) return parts
  return refuseHcl(
    stray.start,
    `This ${stray.kind} belongs to nothing.`,
    'Delete it, or write what it ends.',
  )
}

interface Walk {
  readonly tokens: readonly TemplateToken[]
  at: number
}

function partsUntil(walk: Walk, ends: readonly string[]): readonly TemplatePart[] {
  const parts: TemplatePart[] = []
  for (;;) {
    const token = walk.tokens[walk.at]
    if (token === undefined || ends.includes(token.kind)) return parts
    switch (token.kind) {
      case 'text':
      case 'expression':
        parts.push(token)
        walk.at++
        break
      case 'if':
        parts.push(readIf(walk, token))
        break
      case 'for':
        parts.push(readLoop(walk, token))
        break
      case 'else':
      case 'endif':
      case 'endfor':
        return parts
    }
  }
}

function readIf(walk: Walk, token: TemplateToken & { readonly kind: 'if' }): TemplatePart {
  walk.at++
  enter()
  const yes = partsUntil(walk, ['else', 'endif'])
  const hasElse = walk.tokens[walk.at]?.kind === 'else'
  if (hasElse) walk.at++
  const no = hasElse ? partsUntil(walk, ['endif']) : []
  const end = endOf(walk, token, 'endif')
  leave()
  return { kind: 'if', condition: token.condition, yes, no, start: token.start, end }
}

function readLoop(walk: Walk, token: TemplateToken & { readonly kind: 'for' }): TemplatePart {
  walk.at++
  enter()
  const parts = partsUntil(walk, ['endfor'])
  leave()
  return { ...token, parts, end: endOf(walk, token, 'endfor') }
}

function endOf(walk: Walk, token: TemplateToken, kind: 'endif' | 'endfor'): number {
  const end = walk.tokens[walk.at]
  if (end?.kind !== kind) {
    return refuseHcl(
      token.start,
      `This %{ ${token.kind} } has no end.`,
      `Close it with \`%{ ${kind} }\`.`,
    )
  }
  walk.at++
  return end.end
}
