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
  const anywhere = new Set<string>()
  const all = new Set<string>()
  const exact = new Set<string>()
  for (const { namespace, name } of mentions) {
    all.add(name)
    if (namespace === undefined) anywhere.add(name)
    else exact.add(keyOf(namespace, name))
  }
  return {
    has: (namespace, name) =>
      anywhere.has(name) ||
      (namespace === undefined ? all.has(name) : exact.has(keyOf(namespace, name))),
  }
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`
}
