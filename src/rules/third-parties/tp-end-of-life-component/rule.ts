import { defineRule } from '../../rule.ts'
import { endOfLife, type EndOfLife } from '../end-of-life.ts'

export const tpEndOfLifeComponent = defineRule({
  id: 'tp-end-of-life-component',
  title: 'Run only what its makers still mend',
  topic: 'aging-components',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Ingress NGINX Retirement',
      url: 'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/',
    },
    {
      title: 'endoflife.date: when products come to their end, with the page of each maker',
      url: 'https://github.com/endoflife-date/endoflife.date',
    },
  ],

  subject: 'container',
  check(container, scene) {
    const end = endOfLife(container, scene.today)
    if (end === undefined) return []
    // The rules about names of images blame the field itself.
    return [
      {
        place: container.place,
        message: `Container "${container.name}" runs ${reason(end)}: flaws found since stay open.`,
        sure: true,
      },
    ]
  },
})

function reason(end: EndOfLife): string {
  switch (end.kind) {
    case 'project':
      return `${end.project.project}, given up by ${end.project.ended} in favour of ${end.project.instead}`
    case 'version':
      return `${end.product} ${end.version}, whose support ended on ${end.ended}`
  }
}
