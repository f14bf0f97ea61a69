import type { Component, Setting } from '../../../analysis/cluster/component.ts'
import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../doubt.ts'

const LEAST = [
  { name: 'audit-log-maxage', least: 30, unit: 'days are kept' },
  { name: 'audit-log-maxbackup', least: 10, unit: 'old files are kept' },
  { name: 'audit-log-maxsize', least: 100, unit: 'megabytes go into a file' },
] as const

export const auditRetention = defineRule({
  id: 'audit-retention',
  title: 'Keep the audit log for as long as one looks back',
  topic: 'audit-log',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Auditing, log backend',
      url: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#log-backend',
    },
  ],
  controls: {
    'cis-1.12': ['1.2.17', '1.2.18', '1.2.19'],
    'stig-v2r3': ['V-242462', 'V-242463', 'V-242464'],
    'ms-threat-matrix': ['MS-TA9020'],
  },

  subject: ['kube-apiserver'],
  check: (apiServer) =>
    shortest(apiServer).map(({ setting, least, unit }) =>
      setting.sure
        ? {
            place: setting.place,
            message: `The audit log is soon overwritten: ${setting.value} ${unit}, where ${least} are usual.`,
            sure: true,
          }
        : doubtAbout(setting, 'The audit log may soon be overwritten'),
    ),

  fix: {
    risk: 'none', // only space is taken
    edit: (apiServer, { place }) =>
      shortest(apiServer)
        .filter(({ setting }) => setting.sure && String(setting.place.path) === String(place.path))
        .flatMap(({ name, least }) => apiServer.set(name, String(least))),
  },
})

type Limit = (typeof LEAST)[number] & { readonly setting: Setting }

// Without a limit the API server keeps everything. What goes to the output is kept by what collects it.
function shortest(apiServer: Component): readonly Limit[] {
  const path = apiServer.setting('audit-log-path')
  if (path.value === undefined || path.value === '' || path.value === '-') return []
  return LEAST.map((limit) => ({ ...limit, setting: apiServer.setting(limit.name) })).filter(
    ({ setting, least }) => isShort(setting, least),
  )
}

function isShort({ value, sure, from }: Setting, least: number): boolean {
  // A limit that nobody wrote is no limit, or the installer's.
  if (!sure) return from !== 'default'
  const limit = Number(value ?? 0)
  return limit > 0 && limit < least
}
