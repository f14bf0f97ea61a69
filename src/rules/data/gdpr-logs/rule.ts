import { defineRule } from '../../rule.ts'
import { talkativeLogs } from '../log-settings.ts'

export const gdprLogs = defineRule({
  id: 'gdpr-logs',
  title: 'Keep personal data out of logs',
  topic: 'personal-data',
  severity: 'medium',
  references: [
    {
      title: 'CNIL: GDPR guide for developers',
      url: 'https://lincnil.github.io/GDPR-Developer-Guide/',
    },
    {
      title: 'ingress-nginx: log format',
      url: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/log-format/',
    },
  ],

  subject: ['ConfigMap', 'StatefulSet', 'Deployment', 'DaemonSet', 'CronJob', 'Job', 'Pod'],
  check: (resource, scene) =>
    talkativeLogs(resource, scene).map(({ place, what }) => ({
      place,
      message: `${resource.kind} "${resource.name}" may write personal data to the log: ${what}.`,
      sure: true,
    })),
})
