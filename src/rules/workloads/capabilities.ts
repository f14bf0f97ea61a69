import { isText } from '../../analysis/pod-security/answers.ts'
import { isList, type Field } from '../../model/part.ts'
import type { Container } from '../../model/pod.ts'
import { DANGEROUS_CAPABILITIES } from './capabilities.data.ts'
import { isPrivileged } from './privileged.ts'

const ADD = ['securityContext', 'capabilities', 'add'] as const
const NONE: readonly Field[] = []
const POWERS: ReadonlyMap<string, string> = new Map(Object.entries(DANGEROUS_CAPABILITIES.powers))

/**
 * The capabilities that a container adds, as written. None for a privileged container, which has them all, and for
 * Windows, which has none. A list that nobody can read is one field without a value.
 */
export function addedCapabilities(container: Container): readonly Field[] {
  const add = container.get(...ADD)
  if (add === undefined || container.pod.os === 'windows' || isPrivileged(container)) return NONE
  return isList(add.value) ? container.list(...ADD) : [{ ...add, value: undefined }]
}

/**
 * The name of a capability without the CAP_ that some manifests put before it, in capitals as runtimes read it. CRI-O
 * grants it with CAP_ too, containerd passes such a name over. Undefined when nobody can tell what is written.
 */
export function capabilityName({ value }: Field): string | undefined {
  return isText(value) ? value.toUpperCase().replace(/^CAP_/, '') : undefined
}

/** What a dangerous capability does on the node, or undefined for one that is not on that list. */
export function powerOf(name: string): string | undefined {
  return POWERS.get(name)
}

/** Whether a member of `capabilities.drop` stands for all of them: runtimes take it in any case, but without CAP_. */
export function isAll(name: unknown): boolean {
  return typeof name === 'string' && name.toUpperCase() === 'ALL'
}
