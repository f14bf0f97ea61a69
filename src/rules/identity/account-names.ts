/** Accounts by name, as pods, bindings and files name them: with the namespace, or without. */
export interface AccountNames {
  /** Whether `name` of `namespace` is among them; a namespace that is not written may be any. */
  readonly has: (namespace: string | undefined, name: string) => boolean
}

/** A mention of an account; its namespace is undefined where none is written, as whoever applies it chooses. */
export interface AccountMention {
  readonly namespace: string | undefined
  readonly name: string
}

/** Builds the index of `mentions`. O(mentions). */
export function accountNames(mentions: readonly AccountMention[]): AccountNames {
  const homeless = mentions.filter(({ namespace }) => namespace === undefined)
  const anywhere = new Set(homeless.map(({ name }) => name))
  const all = new Set(mentions.map(({ name }) => name))
  const exact = new Set(mentions.map(({ namespace, name }) => keyOf(namespace, name)))
  return {
    has: (namespace, name) =>
      anywhere.has(name) ||
      (namespace === undefined ? all.has(name) : exact.has(keyOf(namespace, name))),
  }
}

function keyOf(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`
}
