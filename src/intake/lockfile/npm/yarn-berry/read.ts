import { succeed } from '../../../../base/result.ts'
import type { LockedPackage, LockReader } from '../../reader.ts'
import { readBlocks } from '../../text/block-text.ts'
import { membersOf, textAt, treeAt, type Tree } from '../../text/tree.ts'
import { yarnRoots } from '../yarn-roots.ts'

/** yarn.lock as yarn 2 and later write it. */
export const yarnBerry: LockReader = {
  format: 'yarn.lock (2 and later)',
  claims: (name) => name === 'yarn.lock',
  read: (input) => {
    if (!/^__metadata:/m.test(input.source.text)) return undefined
    const entries = [...membersOf(readBlocks(input.source))].filter(([key]) => key !== '__metadata')
    const byAsked = new Map(
      entries.flatMap(([key]) => key.split(', ').map((asked) => [asked, key] as const)),
    )
    const keyOf = (name: string, range: string): string | undefined =>
      byAsked.get(`${name}@${range}`) ?? byAsked.get(`${name}@npm:${range}`)
    const resolved = new Map(
      entries.map(([key, entry]) => [textAt(entry, 'resolution') ?? key, key]),
    )
    const packages = entries.map(([key, entry]) => packageOf(key, entry, { keyOf, resolved }))
    const folders = entries.flatMap(([, entry]) => workspaceOf(entry))
    return succeed({ packages, roots: yarnRoots(input, keyOf, folders) })
  },
}

type KeyOf = (name: string, range: string) => string | undefined

interface Index {
  readonly keyOf: KeyOf
  /** Keys by what they resolve to. */
  readonly resolved: ReadonlyMap<string, string>
}

const RESOLUTION =
  /^(?<name>(?:@[^@/]{1,200}\/)?[^@/]{1,200})@(?<protocol>[a-z+]{1,20}):(?<rest>.{0,4000})$/

function packageOf(key: string, entry: Tree, { keyOf, resolved }: Index): LockedPackage {
  const resolution = textAt(entry, 'resolution') ?? ''
  const { name = '', protocol = '', rest = '' } = RESOLUTION.exec(resolution)?.groups ?? {}
  const isRegistry = protocol === 'npm'
  return {
    key,
    ecosystem: 'npm',
    name: name === '' ? key : name,
    version: textAt(entry, 'version'),
    start: entry.key,
    end: entry.end,
    needs: [...needsOf(entry, keyOf), ...patchedBy(protocol, rest, resolved)],
    source: isRegistry ? undefined : `${protocol}:${rest}`,
    integrity: textAt(entry, 'checksum'),
    isOwn: LOCAL.has(protocol),
  }
}

// What stands in the repository itself; of a patched package the entry it patches is listed, too.
const LOCAL = new Set(['workspace', 'link', 'portal', 'patch', 'file', 'virtual'])

function needsOf(entry: Tree, keyOf: KeyOf): readonly string[] {
  return ['dependencies', 'peerDependencies'].flatMap((field) =>
    [...membersOf(treeAt(entry, field))].flatMap(
      ([name, range]) => keyOf(name, typeof range.value === 'string' ? range.value : '') ?? [],
    ),
  )
}

function patchedBy(
  protocol: string,
  rest: string,
  resolved: ReadonlyMap<string, string>,
): readonly string[] {
  const [base = ''] = rest.split('#', 1)
  const key = protocol === 'patch' ? resolved.get(base.replaceAll('%3A', ':')) : undefined
  return key === undefined ? [] : [key]
}

function workspaceOf(entry: Tree): readonly string[] {
  const folder = /@workspace:(?<path>[^*]{1,1000})$/.exec(textAt(entry, 'resolution') ?? '')?.groups
  return folder?.['path'] === undefined || folder['path'] === '.' ? [] : [folder['path']]
}
