/** Where a set is written: a folder, and the number that is in the names of its files alone. */
export interface Home {
  readonly folder: string
  readonly serial: number
}

/** What a file of a set is called in front of its hash. */
export function stemOf({ serial }: Home, name: string): string {
  return `${name.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-')}-${serial}`
}
