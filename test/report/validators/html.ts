import { createHash } from 'node:crypto'
import { HtmlValidate } from 'html-validate'
import { parse, type DefaultTreeAdapterMap } from 'parse5'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

// What the standard asks for and what people with aids need; our own taste in writing tags is no matter of validity.
const judge = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  rules: { 'no-redundant-for': 'off' },
})

// It takes ten seconds for a million characters; a longer page is made of the same pieces as the shorter ones.
const MOST_JUDGED = 300_000

/** What is wrong with a page: to the parser of the standard, to html-validate, and to a reader who follows its links. */
export function judgeHtml(text: string): readonly unknown[] {
  const errors: unknown[] = []
  const document = parse(text, {
    sourceCodeLocationInfo: true,
    onParseError: (error) => errors.push(error),
  })
  const elements = elementsOf(document)
  return [
    ...errors,
    ...(text.length > MOST_JUDGED ? [] : complaintsOf(text)),
    ...brokenLinks(elements),
    ...elements.flatMap(loads),
    ...elements.flatMap(strangers),
    ...policyFaults(elements),
  ]
}

function complaintsOf(text: string): readonly string[] {
  const { results } = judge.validateStringSync(text)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, column, message }) => `${line}:${column} ${ruleId}: ${message}`),
  )
}

// Ids are unique, and whatever names one means one that is there.
function brokenLinks(elements: readonly Element[]): readonly string[] {
  const ids = elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined)
  const known = new Set(ids)
  const named = elements.flatMap((element) => [
    ...(attribute(element, 'href')?.match(/(?<=^#).*/) ?? []),
    ...(attribute(element, 'for')?.split(' ') ?? []),
    ...(attribute(element, 'aria-labelledby')?.split(' ') ?? []),
  ])
  return [
    ...(known.size === ids.length ? [] : ['Two elements have one id.']),
    ...named.filter((id) => !known.has(id)).map((id) => `Nothing has the id ${id}.`),
  ]
}

const LOADING = ['src', 'srcset', 'action', 'formaction', 'poster', 'data', 'background', 'ping']
const LOADERS = [
  'link',
  'img',
  'iframe',
  'object',
  'embed',
  'base',
  'audio',
  'video',
  'image',
  'use',
]

// A link may lead to a page of documentation; nothing else may name an address.
function loads({ tagName, attrs }: Element): readonly string[] {
  const names = attrs.map(({ name }) => name)
  const href = attrs.find(({ name }) => name === 'href')?.value ?? '#'
  return [
    ...(LOADERS.includes(tagName) ? [`<${tagName}> loads something.`] : []),
    ...names.filter((name) => LOADING.includes(name)),
    ...(/^(?:#|https:\/\/)/.test(href) ? [] : [`A link leads to ${href}.`]),
  ]
}

const OWN_TAGS = new Set(
  (
    'html head meta title style body a header nav main footer section search div p h1 h2 h3 h4 ul ol li dl dt dd ' +
    'strong b small span code pre bdi time svg g path circle rect polyline details summary label select option input button ' +
    'table thead tbody tr th td script'
  ).split(' '),
)

// An estate writes no tags and no attributes into our pages.
function strangers({ tagName, attrs }: Element): readonly string[] {
  return [
    ...(OWN_TAGS.has(tagName) ? [] : [`<${tagName}> is none of our tags.`]),
    ...attrs
      .filter(({ name }) => name === 'style' || name.startsWith('on'))
      .map(({ name }) => `${tagName} has the attribute ${name}.`),
  ]
}

function policyFaults(elements: readonly Element[]): readonly string[] {
  const policies = elements.filter(
    (element) => attribute(element, 'http-equiv') === 'Content-Security-Policy',
  )
  const policy = policies.map((element) => attribute(element, 'content')).join('')
  const own = elements.filter(({ tagName }) => tagName === 'style' || tagName === 'script')
  return [
    ...(policies.length === 1 && policy.startsWith("default-src 'none'; ") ? [] : ['No policy.']),
    ...own
      .filter((element) => !policy.includes(`'sha256-${sumOf(element)}'`))
      .map(({ tagName }) => `The policy does not allow the ${tagName}.`),
  ]
}

function sumOf({ childNodes }: Element): string {
  const source = childNodes.map((node) => ('value' in node ? node.value : '')).join('')
  return createHash('sha256').update(source).digest('base64')
}

function attribute({ attrs }: Element, wanted: string): string | undefined {
  return attrs.find(({ name }) => name === wanted)?.value
}

function elementsOf(node: Node): readonly Element[] {
  const elements: Element[] = []
  const waiting = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('tagName' in next) elements.push(next)
    if ('childNodes' in next) waiting.push(...next.childNodes)
  }
  return elements
}
