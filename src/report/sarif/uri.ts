/** A file's name as a URI reference: relative to the working folder, or `file:` when it is outside of it. */
export function uriOf(file: string): string {
  const path = file.split('/').map(segmentOf).join('/')
  return file.startsWith('/') ? `file://${path}` : path
}

/** An artifact of the repository: its root is the one that uploads are resolved against. */
export function artifactOf(file: string): { readonly uri: string; readonly uriBaseId?: string } {
  const uri = uriOf(file)
  return file.startsWith('/') ? { uri } : { uri, uriBaseId: '%SRCROOT%' }
}

function segmentOf(segment: string): string {
  // Half a surrogate pair has no UTF-8, and encodeURIComponent throws at it.
  return encodeURIComponent(segment.replaceAll(/\p{Cs}/gu, '\uFFFD'))
}
