import { deepCopy } from '../template/marks.ts'
import type { GoFunction } from '../template/run.ts'
import { give } from '../template/trouble.ts'
import { isSame, kindOf, typeOf } from '../template/value.ts'
import { boolAt, fixed, textAt, valueAt, variadic } from './arguments.ts'
import { isEmpty } from './convert.ts'

/** Functions that choose between values and tell what they are. */
export const DEFAULTS: Readonly<Record<string, GoFunction>> = {
  default: variadic(1, (call) => {
    const given = valueAt(call, 1)
    return isEmpty(given) ? valueAt(call, 0) : given
  }),
  empty: fixed(1, (call) => isEmpty(valueAt(call, 0))),
  coalesce: variadic(0, ({ args }) => args.find((value) => !isEmpty(value)) ?? null),
  all: variadic(0, ({ args }) => !args.some(isEmpty)),
  any: variadic(0, ({ args }) => args.some((value) => !isEmpty(value))),
  ternary: fixed(3, (call) => (boolAt(call, 2) ? valueAt(call, 0) : valueAt(call, 1))),
  deepCopy: fixed(1, (call) => deepCopy(valueAt(call, 0))),
  mustDeepCopy: fixed(1, (call) => deepCopy(valueAt(call, 0))),
  deepEqual: fixed(2, (call) => isSame(valueAt(call, 0), valueAt(call, 1))),
  typeOf: fixed(1, (call) => typeOf(valueAt(call, 0))),
  typeIs: fixed(2, (call) => textAt(call, 0) === typeOf(valueAt(call, 1))),
  typeIsLike: fixed(2, (call) => {
    const type = typeOf(valueAt(call, 1))
    return [type, type.replace(/^\*/, '')].includes(textAt(call, 0))
  }),
  kindOf: fixed(1, (call) => kindOf(valueAt(call, 0))),
  kindIs: fixed(2, (call) => textAt(call, 0) === kindOf(valueAt(call, 1))),
  fail: fixed(1, (call) => give(textAt(call, 0))),
  required: fixed(2, (call) => {
    const value = valueAt(call, 1)
    return value === null || value === '' ? give(textAt(call, 0)) : value
  }),
  lookup: fixed(4, () => new Map()),
  getHostByName: fixed(1, () => ''),
}
