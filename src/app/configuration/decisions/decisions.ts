import { byRule } from './decision.ts'
import { EXPOSURE } from './exposure.ts'
import { HOST_PATHS } from './host-paths.ts'
import { NAMESPACES } from './namespaces.ts'
import { PODS } from './pods.ts'
import { RIGHTS } from './rights.ts'
import { SECRETS } from './secrets.ts'
import { STORAGE } from './storage.ts'
import { THIRD_PARTIES } from './third-parties.ts'

/** Every decision by the id of the rule that it answers. */
export const DECISIONS = byRule([
  ...RIGHTS,
  ...PODS,
  ...HOST_PATHS,
  ...NAMESPACES,
  ...EXPOSURE,
  ...THIRD_PARTIES,
  ...SECRETS,
  ...STORAGE,
])
