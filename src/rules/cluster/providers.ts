import { partAt } from '../../analysis/cluster/from-settings.ts'
import { isMapping, isPlaceholder, memberOf, type Reader } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'

/** The kinds of a file that says how objects are encrypted; the second is its name in early documentation. */
export const ENCRYPTION_KINDS = ['EncryptionConfiguration', 'EncryptionConfig'] as const

/** A provider as it is written: the word that names it, its settings, and whether its entry writes by it. */
export interface WrittenProvider {
  readonly name: string
  readonly settings: Reader
  readonly writes: boolean
}

/** All providers of a file, in its order; those without settings, and what hides behind placeholders, are left out. */
export function writtenProviders(file: Resource): readonly WrittenProvider[] {
  return file.list('resources').flatMap((_, entry) =>
    file.list('resources', entry, 'providers').flatMap(({ value }, index) => {
      const name = isMapping(value) ? Object.keys(value)[0] : undefined
      if (name === undefined) return []
      const settings = partAt(file, 'resources', entry, 'providers', index, name)
      return settings === undefined ? [] : [{ name, settings, writes: index === 0 }]
    }),
  )
}

/** Where a key stands, and how many bytes it has; undefined bytes where nobody knows before it is rendered. */
export interface WrittenKey {
  readonly provider: string
  readonly name: unknown
  readonly secret: unknown
  readonly bytes: number | undefined
  readonly place: Reader['place']
}

/** The keys of a provider that keeps them in the file. */
export function writtenKeys({ name, settings }: WrittenProvider): readonly WrittenKey[] {
  return settings.list('keys').map(({ value }, index) => {
    const secret = memberOf(value, 'secret')
    return {
      provider: name,
      name: memberOf(value, 'name'),
      secret,
      bytes: bytesOf(secret),
      place: settings.at('keys', index, 'secret'),
    }
  })
}

/** How many bytes a text in base64 stands for; undefined when it is none, as a placeholder is not. */
export function bytesOf(secret: unknown): number | undefined {
  if (typeof secret !== 'string' || isPlaceholder(secret)) return undefined
  const text = secret.trim()
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined
  return Buffer.from(text, 'base64').length
}
