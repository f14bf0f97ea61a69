/** Does work for each member, at most `limit` at once; results in the order of the members. */
export async function mapLimit<T, R>(
  members: readonly T[],
  limit: number,
  work: (member: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>()
  const queue = members.entries()
  const worker = async (): Promise<void> => {
    for (const [index, member] of queue) results.set(index, await work(member))
  }
  await Promise.all(Array.from({ length: limit }, worker))
  return [...results].toSorted(([one], [other]) => one - other).map(([, result]) => result)
}
