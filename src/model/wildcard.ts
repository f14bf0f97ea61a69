/** Whether `name` is what `pattern` says; `*` stands for any characters, `?` for one. O(pattern x name). */
export function matches(pattern: string, name: string): boolean {
  let reached: ReadonlySet<number> = new Set([0])
  for (const char of pattern) {
    reached = char === '*' ? fromFirst(reached, name) : oneFurther(reached, char, name)
  }
  return reached.has(name.length)
}

// Places are kept in rising order: from the first one, a star leads to all that the others would lead to.
function fromFirst(reached: ReadonlySet<number>, name: string): ReadonlySet<number> {
  const next = new Set<number>()
  const [first = name.length + 1] = reached
  for (let end = first; end <= name.length; end++) next.add(end)
  return next
}

function oneFurther(reached: ReadonlySet<number>, char: string, name: string): ReadonlySet<number> {
  const next = new Set<number>()
  for (const at of reached) {
    if (at < name.length && (char === '?' || char === name[at])) next.add(at + 1)
  }
  return next
}
