declare module 'portolan:pages' {
  const texts: readonly { readonly id: string; readonly page: string; readonly apply: string }[]
  export default texts
}

declare module 'portolan:guides' {
  const texts: readonly { readonly id: string; readonly text: string }[]
  export default texts
}
