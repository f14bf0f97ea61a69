import type * as yaml from 'yaml'
import { nodeCount } from './layout-table.ts'
import type { YamlLimits } from './limits.ts'
import { tooDeep, tooMany, type Trouble } from './yaml-fault.ts'

const ANCHOR_NAME = /^[&*][0-9A-Za-z_-]+$/
const KNOWN_DIRECTIVE = /^%(?:YAML[ \t]+1\.1|TAG)(?:[ \t]|$)/

/** A token that waits for its turn, with the number of collections around it. */
interface Waiting {
  readonly token: yaml.CST.Token
  readonly depth: number
}

/**
 * What the limits, or Kubernetes' narrower idea of YAML, say against the tokens of a document that the library takes.
 * Its parser keeps a stack of its own but its composer recurses, so this has its place between the two. `text` is what
 * was parsed; troubles count from its beginning. O(tokens).
 */
export function checkTokens(
  tokens: readonly yaml.CST.Token[],
  text: string,
  limits: YamlLimits,
): Trouble | undefined {
  const waiting: Waiting[] = []
  let nodes = nodeCount()
  for (const token of tokens) waiting.push({ token, depth: 0 })
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token, depth } = next
    const trouble = checkToken(token, text)
    if (trouble !== undefined) return trouble
    if (token.type === 'document' && token.value) waiting.push({ token: token.value, depth })
    if (!('items' in token)) continue
    if (depth >= limits.maxDepth) return tooDeep(token.offset, limits.maxDepth)
    nodes += token.items.length
    if (nodes > limits.maxNodes) return tooMany(token.offset, limits.maxNodes)
    for (const { key, value } of token.items) {
      if (key) waiting.push({ token: key, depth: depth + 1 })
      if (value) waiting.push({ token: value, depth: depth + 1 })
    }
  }
  return undefined
}

function checkToken(token: yaml.CST.Token, text: string): Trouble | undefined {
  if (token.type === 'directive') return checkDirective(token)
  if (token.type === 'alias') return checkName(token.source, token.offset)
  if (token.type === 'document') return checkParts(token.start, text)
  if (!('items' in token)) return undefined
  const isFlow = token.type === 'flow-collection'
  for (const { start, key, sep, value } of token.items) {
    const trouble = checkParts(start, text) ?? checkParts(sep ?? [], text)
    if (trouble !== undefined) return trouble
    const flowTrouble = isFlow ? checkFlowTexts(key, sep, value, text) : undefined
    if (flowTrouble !== undefined) return flowTrouble
  }
  return token.type === 'block-map' ? checkColons(token) : undefined
}

// The library lets a value follow a complex key without a colon, and the colon of a simple one stand on the next line.
function checkColons(token: yaml.CST.BlockMap): Trouble | undefined {
  const item = token.items.find(hasLooseColon)
  if (item === undefined) return undefined
  return {
    code: 'INTAKE_YAML',
    offset: item.value?.offset ?? item.key?.offset ?? token.offset,
    message: 'A key and its colon stand on different lines, or the colon is missing.',
    remedy: 'Put the colon right behind the key.',
  }
}

function hasLooseColon({ start, sep, value }: yaml.CST.BlockMap['items'][number]): boolean {
  const colon = sep?.findIndex((part) => part.type === 'map-value-ind') ?? -1
  if (colon === -1) return value !== undefined && value !== null
  if (start.some((part) => part.type === 'explicit-key-ind')) return false
  return sep?.slice(0, colon).some((part) => part.type === 'newline') === true
}

// Inside brackets Kubernetes' reader has other ideas of colons and question marks than YAML 1.2.
function checkFlowTexts(
  key: yaml.CST.Token | null | undefined,
  sep: readonly yaml.CST.SourceToken[] | undefined,
  value: yaml.CST.Token | undefined,
  text: string,
): Trouble | undefined {
  const colon = sep?.find((part) => part.type === 'map-value-ind')
  const isTight = colon !== undefined && ',[]{}'.includes(text.charAt(colon.offset + 1) || ' ')
  const suspect = [key, value].find((token) => token?.type === 'scalar' && isSuspect(token.source))
  if (suspect) return refuseFlowText(suspect.offset)
  return isTight && key?.type === 'scalar' ? refuseFlowText(key.offset) : undefined
}

function isSuspect(source: string): boolean {
  return source.startsWith(':') || source.includes('?')
}

function refuseFlowText(offset: number): Trouble {
  return {
    code: 'INTAKE_YAML',
    offset,
    message:
      'An unquoted text inside brackets has a colon or question mark that Kubernetes reads differently.',
    remedy: 'Put the text in quotes, and a space behind the colon of a key.',
  }
}

function checkDirective(token: yaml.CST.Directive): Trouble | undefined {
  if (KNOWN_DIRECTIVE.test(token.source)) return undefined
  return {
    code: 'INTAKE_YAML',
    offset: token.offset,
    message:
      'A line begins with %, and it is neither %TAG nor the one version that Kubernetes takes, %YAML 1.1.',
    remedy: 'Delete the line, or indent it if it belongs to a text.',
  }
}

function checkParts(parts: readonly yaml.CST.SourceToken[], text: string): Trouble | undefined {
  for (const [index, part] of parts.entries()) {
    const trouble = checkPart(part, text) ?? checkTab(part, parts[index + 1])
    if (trouble !== undefined) return trouble
  }
  return undefined
}

function checkPart(part: yaml.CST.SourceToken, text: string): Trouble | undefined {
  if (part.type === 'anchor') return checkName(part.source, part.offset)
  if (part.type !== 'tag') return undefined
  // To Kubernetes' reader a comma or bracket behind a tag is a part of its name.
  const after = text[part.offset + part.source.length]
  if (after === undefined || ' \t\r\n'.includes(after)) return undefined
  return {
    code: 'INTAKE_YAML',
    offset: part.offset,
    message: 'A tag (!name) is not followed by white space.',
    remedy: 'Put a space behind the tag.',
  }
}

function checkName(source: string, offset: number): Trouble | undefined {
  if (ANCHOR_NAME.test(source)) return undefined
  return {
    code: 'INTAKE_YAML',
    offset,
    message:
      'The name of an anchor (&name) or alias (*name) has a character that Kubernetes does not take.',
    remedy: 'Use letters, digits, hyphens and underscores, or put the text in quotes.',
  }
}

function checkTab(
  part: yaml.CST.SourceToken,
  next: yaml.CST.SourceToken | undefined,
): Trouble | undefined {
  if (part.type !== 'seq-item-ind' && part.type !== 'explicit-key-ind') return undefined
  if (next?.type !== 'space' || !next.source.includes('\t')) return undefined
  return {
    code: 'INTAKE_YAML',
    offset: next.offset,
    message: 'A tab stands where YAML wants spaces.',
    remedy: 'Replace it with spaces.',
  }
}
