declare module 'opencc-js/dict/TSCharacters' {
  /** "traditional simplified", separated by "|"; further simplified writings after more spaces. */
  const pairs: string
  export default pairs
}
