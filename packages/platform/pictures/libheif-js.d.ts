/** The part of `libheif-js` that the platform uses; its own types leave out the decoder. */
declare module 'libheif-js/libheif-wasm/libheif-bundle.js' {
  export interface HeifChannel {
    readonly id: unknown;
    readonly width: number;
    readonly height: number;
    readonly stride: number;
    readonly data: Uint8Array;
  }

  /** Without channels when decoding failed. */
  export interface HeifDecoded {
    readonly channels?: readonly HeifChannel[];
  }

  export interface Libheif {
    heif_context_alloc(): unknown;
    heif_context_read_from_memory(context: unknown, bytes: Uint8Array): { readonly code: unknown };
    heif_js_context_get_primary_image_handle(context: unknown): unknown;
    heif_js_decode_image2(handle: unknown, colourSpace: unknown, chroma: unknown): HeifDecoded;
    readonly heif_error_code: { readonly heif_error_Ok: unknown };
    readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown };
    readonly heif_chroma: { readonly heif_chroma_interleaved_RGBA: unknown };
    readonly heif_channel: { readonly heif_channel_interleaved: unknown };
  }

  /** A decoder with a memory of its own. */
  export default function createLibheif(options: {
    readonly print: (text: string) => void;
    readonly printErr: (text: string) => void;
  }): Libheif;
}
