const NAME = /(?:^|[-_.])(?:s?bom|cdx|cyclonedx|spdx|syft|trivy)(?:[-_.].*)?\.json$/i

/** Whether a file of this name may be an SBOM in JSON: bom.json, app.cdx.json, app.spdx.json, sbom-app.json. */
export function isSbomName(name: string): boolean {
  return NAME.test(name)
}
