import type { Claim } from '../pod-security/candidate.ts'

/** Whether `judge` holds for all members: false as soon as it fails for one, whatever is unclear of the others. */
export function claimEvery<T>(members: readonly T[], judge: (member: T) => Claim): Claim {
  let claim: Claim = true
  for (const member of members) {
    const next = judge(member)
    if (next === false) return false
    if (next === 'unclear') claim = 'unclear'
  }
  return claim
}

/** Whether `judge` holds for one member at least. */
export function claimSome<T>(members: readonly T[], judge: (member: T) => Claim): Claim {
  let claim: Claim = false
  for (const member of members) {
    const next = judge(member)
    if (next === true) return true
    if (next === 'unclear') claim = 'unclear'
  }
  return claim
}

/** The opposite of a claim; what is unclear stays so. */
export function claimNot(claim: Claim): Claim {
  return claim === 'unclear' ? claim : !claim
}

/** Whether both claims hold. */
export function claimBoth(one: Claim, other: Claim): Claim {
  if (one === false || other === false) return false
  return one === true && other === true ? true : 'unclear'
}
