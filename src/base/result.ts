import type { Fault } from './fault.ts'

/** What may fail because of the world outside: a value or the fault that stands in its place. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault }

/** Wraps a value that was obtained. */
export function succeed<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** Wraps the fault that was met instead of a value. */
export function fail(fault: Fault): Result<never> {
  return { ok: false, fault }
}
