import { defineRule } from '../../rule.ts'
import { RELEASE_KINDS, releasesOf, type ChartRelease } from '../chart-release.ts'

export const tpUnpinnedChart = defineRule({
  id: 'tp-unpinned-chart',
  title: 'Install a named version of a chart, not the newest',
  topic: 'image-sources',
  severity: 'medium',
  references: [
    {
      title: 'Flux: HelmRelease, chart template',
      url: 'https://fluxcd.io/flux/components/helm/helmreleases/#chart-template',
    },
    {
      title: 'Argo CD: Tracking and Deployment Strategies, Helm',
      url: 'https://argo-cd.readthedocs.io/en/stable/user-guide/tracking_strategies/#helm',
    },
  ],

  subject: RELEASE_KINDS,
  check(resource) {
    return releasesOf(resource).flatMap((release) => {
      if (!takesNewest(release)) return []
      const { place, chart, version } = release
      const why = version === '' ? 'no version is written' : `"${version}" has no end`
      return [
        {
          place,
          message: `"${resource.name}" installs whatever is published as the newest version of chart ${chart}: ${why}.`,
          sure: true,
        },
      ]
    })
  },
})

// A range within one major version is as good as a tag of an image; these have no upper end at all.
function takesNewest({ version, isReadable }: ChartRelease): boolean {
  return isReadable && /^(?:|\*|x|HEAD|latest|>=?[^<|]*)$/i.test(version.trim())
}
