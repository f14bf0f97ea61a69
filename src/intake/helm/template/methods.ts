import { isObject, type Found, type Method } from './value.ts'

// Some maps and lists of Helm have methods besides (`.Files.Get`, `.Capabilities.APIVersions.Has`).
const methods = new WeakMap<object, ReadonlyMap<string, Method>>()

/** Gives a map or list methods. */
export function addMethods<T extends object>(holder: T, of: ReadonlyMap<string, Method>): T {
  methods.set(holder, of)
  return holder
}

/** The method of that name, if the value has one. */
export function methodOf(value: Found, name: string): Method | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const known = methods.get(value)?.get(name)
  if (known !== undefined || !isObject(value)) return known
  const member = value.members.get(name)
  return isMethod(member) ? member : undefined
}

function isMethod(value: unknown): value is Method {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'method'
}

/** Makes a method. */
export function method(least: number, call: Method['call'], most = least): Method {
  return { kind: 'method', least, most, call }
}
