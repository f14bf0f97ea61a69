import { misuse } from '../app/usage.ts'
import { choose, chooseKubernetes } from '../app/vocabulary.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import type { Words } from './words.ts'

/** Whether a switch is on. */
export function isOn({ flags }: Words, flag: string): boolean {
  return flags.has(flag)
}

/** The value of a flag that has one; the last one counts. */
export function valueOf({ flags }: Words, flag: string): string | undefined {
  return flags.get(flag)?.at(-1)
}

/** The values of a flag, those behind commas included. */
export function listOf({ flags }: Words, flag: string): readonly string[] {
  return (flags.get(flag) ?? []).flatMap((value) => value.split(',')).filter((name) => name !== '')
}

/** The values of a flag whose commas belong to them. */
export function wholeListOf({ flags }: Words, flag: string): readonly string[] {
  return flags.get(flag) ?? []
}

/** The word of a flag that knows some; undefined when it is not given. */
export function wordOf<T extends string>(
  words: Words,
  flag: string,
  known: readonly T[],
): Result<T | undefined> {
  const value = valueOf(words, flag)
  return value === undefined ? succeed(undefined) : choose(flag, known, value)
}

/** The words of a flag that knows some. */
export function wordsOf<T extends string>(
  words: Words,
  flag: string,
  known: readonly T[],
): Result<readonly T[]> {
  const chosen: T[] = []
  for (const value of listOf(words, flag)) {
    const word = choose(flag, known, value)
    if (!word.ok) return word
    chosen.push(word.value)
  }
  return succeed(chosen)
}

/** The whole number of a flag, within bounds; undefined when it is not given. */
export function numberOf(
  words: Words,
  flag: string,
  { least, most }: { readonly least: number; readonly most: number },
): Result<number | undefined> {
  const value = valueOf(words, flag)
  if (value === undefined) return succeed(undefined)
  const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN
  if (number >= least && number <= most) return succeed(number)
  const remedy = `It takes a whole number from ${least} to ${most}.`
  return fail(misuse(flag, `${flag} does not take "${value}".`, remedy))
}

/** The Kubernetes version of `--kubernetes-version`. */
export function kubernetesOf(
  words: Words,
): ReturnType<typeof chooseKubernetes> | Result<undefined> {
  const flag = '--kubernetes-version'
  const value = valueOf(words, flag)
  return value === undefined ? succeed(undefined) : chooseKubernetes(flag, value)
}
