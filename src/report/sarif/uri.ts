/** A file's name as a URI reference: relative to the working folder, or `file:` when it is outside of it. */
export function uriOf(file: string): string {
  const segments = file.split('/').map(segmentOf)
  return file.startsWith('/') ? `file://${withoutDots(segments).join('/')}` : segments.join('/')
}

/** An artifact of the repository: its root is the one that uploads are resolved against. */
export function artifactOf(file: string): { readonly uri: string; readonly uriBaseId?: string } {
  const uri = uriOf(file)
  return file.startsWith('/') ? { uri } : { uri, uriBaseId: '%SRCROOT%' }
}

// A `file:` address holds no dot segments (RFC 8089 by RFC 3986, 5.2.4); the validator of SARIF refuses them.
function withoutDots(segments: readonly string[]): readonly string[] {
  const kept: string[] = []
  for (const segment of segments) {
    if (segment === '..') kept.splice(Math.max(1, kept.length - 1))
    else if (segment !== '.') kept.push(segment)
  }
  return kept
}

function segmentOf(segment: string): string {
  // Half a surrogate pair has no UTF-8, and encodeURIComponent throws at it.
  return encodeURIComponent(segment.replaceAll(/\p{Cs}/gu, '\uFFFD'))
}
