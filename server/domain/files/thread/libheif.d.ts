/** The part of libheif-js that we use; the package's own types describe another build. */
declare module 'libheif-js/wasm-bundle.js' {
  interface Pixels {
    data: Uint8ClampedArray
    width: number
    height: number
  }
  interface HeifImage {
    get_width(): number
    get_height(): number
    /** Fills `data` with RGBA, turned as the file says; null when it cannot be decoded. */
    display(into: Pixels, done: (filled: Pixels | null) => void): void
  }
  const libheif: { HeifDecoder: new () => { decode(data: Uint8Array): HeifImage[] } }
  export default libheif
}
