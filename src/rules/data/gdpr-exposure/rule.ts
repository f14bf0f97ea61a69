import { defineRule } from '../../rule.ts'
import { exposedPeople } from '../exposed-people.ts'

export const gdprExposure = defineRule({
  id: 'gdpr-exposure',
  title: 'Put a sign-in before data of special categories',
  topic: 'personal-data',
  severity: 'critical',
  references: [
    {
      title: 'GDPR, Article 25: data protection by design and by default',
      url: 'https://gdpr-info.eu/art-25-gdpr/',
    },
    {
      title: 'ingress-nginx: annotations, external authentication',
      url: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#external-authentication',
    },
  ],

  subject: ['Ingress', 'Service'],
  check: (door, scene) =>
    exposedPeople(door, scene).map(({ place, workload, dataClass, sure }) => ({
      place,
      message: sure
        ? `${door.kind} "${door.name}" leads from outside straight to the data store "${workload}" with ${dataClass} data.`
        : `${door.kind} "${door.name}" leads from outside to "${workload}" with ${dataClass} data: whether it asks for a sign-in cannot be told.`,
      sure,
    })),
})
