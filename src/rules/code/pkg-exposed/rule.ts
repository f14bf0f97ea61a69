import { LOCK_FILE } from '../../../model/package.ts'
import { defineRule } from '../../rule.ts'
import { PACKAGE_FIX, packageComplaints } from '../package-complaints.ts'

export const pkgExposed = defineRule({
  id: 'pkg-exposed',
  title: 'Update critical packages, and bad ones within reach',
  topic: 'vulnerable-packages',
  severity: 'high',
  references: [
    {
      title: 'Open Source Vulnerability format, schema 1.7',
      url: 'https://github.com/ossf/osv-schema/blob/main/docs/schema.md',
    },
    {
      title: 'OWASP: Vulnerable Dependency Management Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Vulnerable_Dependency_Management_Cheat_Sheet.html',
    },
  ],

  subject: [LOCK_FILE],
  check: (file, scene) => packageComplaints(file, scene, 'exposed'),

  fix: PACKAGE_FIX,
})
