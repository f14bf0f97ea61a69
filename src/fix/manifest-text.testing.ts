import type { Json } from '../model/edit.ts'

/** A value with a way of writing each part of it. */
export type Styled =
  | {
      readonly kind: 'scalar'
      readonly value: Json
      readonly text: string
      readonly block?: readonly string[]
    }
  | { readonly kind: 'mapping'; readonly fields: readonly StyledField[]; readonly layout: Brackets }
  | { readonly kind: 'list'; readonly members: readonly StyledMember[]; readonly layout: Brackets }

/** A member of a list, with the comments around it. */
interface StyledMember {
  readonly value: Styled
  readonly comment: boolean
  readonly above: 'nothing' | 'comment' | 'blank'
}

/** A field of a mapping, with the comments around it. */
interface StyledField extends StyledMember {
  readonly key: string
}

/** Whether a collection stands in brackets, on one line or on several. */
export type Brackets = 'none' | 'line' | 'lines'

/** What an author does alike in a whole file. */
export interface Author {
  readonly unit: number
  readonly listIndent: number
  readonly newline: string
  readonly isTerminated: boolean
  readonly hasMark: boolean
}

/** Writes lines and gives every comment its own number, so that a test can tell which of them is missing. */
interface Pen {
  readonly author: Author
  comments: number
}

/** The text of a file. */
export function writeManifest(roots: readonly Styled[], author: Author): string {
  const pen: Pen = { author, comments: 0 }
  const lines = roots.flatMap((root, at) => [
    ...(at > 0 || author.hasMark ? ['---'] : []),
    ...(isInline(root) ? [inline(root)] : collectionLines(pen, root, '')),
  ])
  // A block scalar at the end of a text without a last newline would lose its own.
  const isTerminated = author.isTerminated || roots.slice(-1).some(endsInBlock)
  return lines.join(author.newline) + (isTerminated ? author.newline : '')
}

function endsInBlock(styled: Styled): boolean {
  if (styled.kind === 'scalar') return styled.block !== undefined
  const last = (styled.kind === 'list' ? styled.members : styled.fields).at(-1)
  return last !== undefined && endsInBlock(last.value)
}

function isInline(styled: Styled): boolean {
  if (styled.kind === 'scalar') return styled.block === undefined
  const { length } = styled.kind === 'list' ? styled.members : styled.fields
  return length === 0 || styled.layout === 'line'
}

function inline(styled: Styled): string {
  switch (styled.kind) {
    case 'scalar':
      return styled.block === undefined ? styled.text : JSON.stringify(styled.value)
    case 'mapping':
      return `{${styled.fields.map((field) => `${keyText(field.key)}: ${inline(field.value)}`).join(', ')}}`
    case 'list':
      return `[${styled.members.map(({ value }) => inline(value) || 'null').join(', ')}]`
  }
}

function keyText(key: string): string {
  return /^[a-z./]+$/i.test(key) && key !== 'yes' ? key : JSON.stringify(key)
}

function collectionLines(pen: Pen, styled: Styled, pad: string): readonly string[] {
  switch (styled.kind) {
    case 'scalar':
      return []
    case 'mapping':
      return styled.layout === 'lines'
        ? [`${pad}{`, ...bracketLines(pen, styled, pad), `${pad}}`]
        : styled.fields.flatMap((field) => fieldLines(pen, field, pad))
    case 'list':
      return styled.members.flatMap((member) => memberLines(pen, member, pad))
  }
}

function fieldLines(pen: Pen, field: StyledField, pad: string): readonly string[] {
  const { value } = field
  const head = `${pad}${keyText(field.key)}:`
  const above = aboveLines(pen, field, pad)
  if (isInline(value)) return [...above, `${head} ${inline(value)}`.trimEnd() + comment(pen, field)]
  return [...above, ...openLines(pen, field, head, pad)]
}

// Lines of a value that does not fit on that of its key.
function openLines(pen: Pen, field: StyledMember, head: string, pad: string): readonly string[] {
  const { value } = field
  const deeper = pad + ' '.repeat(pen.author.unit)
  if (value.kind === 'scalar') {
    const lines = value.block ?? []
    return [
      `${head} |${comment(pen, field)}`,
      ...lines.map((line) => (line === '' ? '' : deeper + line)),
    ]
  }
  if (value.layout === 'lines') {
    const [open, close] = value.kind === 'list' ? ['[', ']'] : ['{', '}']
    return [
      `${head} ${open}`,
      ...bracketLines(pen, value, pad),
      `${pad}${close}${comment(pen, field)}`,
    ]
  }
  const inner = value.kind === 'list' ? pad + ' '.repeat(pen.author.listIndent) : deeper
  return [head + comment(pen, field), ...collectionLines(pen, value, inner)]
}

function memberLines(pen: Pen, member: StyledMember, pad: string): readonly string[] {
  const { value } = member
  const above = aboveLines(pen, member, pad)
  if (isInline(value))
    return [...above, `${pad}- ${inline(value)}`.trimEnd() + comment(pen, member)]
  if (value.kind === 'scalar' || value.layout === 'lines') {
    return [...above, ...openLines(pen, member, `${pad}-`, pad)]
  }
  const deeper = `${pad}  `
  const [first = '', ...others] = collectionLines(pen, value, deeper)
  const isCompact = first.trim() !== '' && !first.trim().startsWith('#')
  return isCompact
    ? [...above, `${pad}- ${first.slice(deeper.length)}`, ...others]
    : [...above, `${pad}-`, first, ...others]
}

function bracketLines(pen: Pen, styled: Styled, pad: string): readonly string[] {
  const deeper = pad + ' '.repeat(pen.author.unit)
  if (styled.kind === 'scalar') return []
  const members = styled.kind === 'list' ? styled.members : styled.fields
  return members.map((member, at) => {
    const key = 'key' in member && typeof member.key === 'string' ? `${keyText(member.key)}: ` : ''
    const text = inline(member.value) || 'null'
    const comma = at + 1 < members.length ? ',' : ''
    return `${deeper}${key}${text}${comma}${comment(pen, member)}`
  })
}

function aboveLines(pen: Pen, { above }: StyledMember, pad: string): readonly string[] {
  if (above === 'nothing') return []
  return [above === 'blank' ? '' : `${pad}# c${pen.comments++}`]
}

function comment(pen: Pen, member: StyledMember): string {
  return member.comment ? ` # c${pen.comments++}` : ''
}
