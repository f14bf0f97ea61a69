import { LOCK_FILE } from '../../../model/package.ts'
import { defineRule } from '../../rule.ts'
import { PACKAGE_FIX, packageComplaints } from '../package-complaints.ts'

export const pkgVulnerable = defineRule({
  id: 'pkg-vulnerable',
  title: 'Update packages with known flaws',
  topic: 'vulnerable-packages',
  severity: 'medium',
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
  check: (file, scene) => packageComplaints(file, scene, 'production'),

  fix: PACKAGE_FIX,
})
