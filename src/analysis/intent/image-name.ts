/** The last name of an image, without registry, folders, tag and digest; empty for what is no text. */
export function imageName(image: unknown): string {
  if (typeof image !== 'string') return ''
  const [path = ''] = image.split('@')
  return path.split('/').at(-1)?.split(':')[0] ?? ''
}
