/** Where the objects live and with whose rights. */
export interface S3Options {
  readonly bucket: string;
  readonly region: string;
  /** Of anything but AWS itself. */
  readonly endpoint?: string | undefined;
  /** `https://HOST/BUCKET/KEY` instead of `https://BUCKET.HOST/KEY`. */
  readonly forcePathStyle: boolean;
  /** What AWS's own chain finds (environment, role of the machine) when left out. */
  readonly credentials?:
    | { readonly accessKeyId: string; readonly secretAccessKey: string }
    | undefined;
  /** What comes before our keys, such as `proteus/`; may be empty. */
  readonly prefix: string;
}
