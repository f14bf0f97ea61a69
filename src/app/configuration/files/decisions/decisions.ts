import { byRule } from '../../decisions/decision.ts'
import { AUDIT } from './audit.ts'
import { COMPOSE } from './compose.ts'
import { CONTROL_PLANE } from './control-plane.ts'
import { DOCKERFILES } from './dockerfiles.ts'
import { ENCRYPTION } from './encryption.ts'

/** Every decision about a file by the id of the rule that it answers. */
export const FILE_DECISIONS = byRule([
  ...CONTROL_PLANE,
  ...ENCRYPTION,
  ...AUDIT,
  ...DOCKERFILES,
  ...COMPOSE,
])
