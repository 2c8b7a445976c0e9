/** `TensorProto.DataType` of the types that our graphs use. */
export const DATA_TYPE_CODE = {
  float32: 1,
  uint8: 2,
  int8: 3,
  int32: 6,
  int64: 7,
  bool: 9,
  float16: 10,
  float64: 11,
  bfloat16: 16,
} as const;

export type DataType = keyof typeof DATA_TYPE_CODE;

/** Bytes of one value in `raw_data` and in external files. */
export const DATA_TYPE_BYTES: { readonly [Type in DataType]: number } = {
  float32: 4,
  uint8: 1,
  int8: 1,
  int32: 4,
  int64: 8,
  bool: 1,
  float16: 2,
  float64: 8,
  bfloat16: 2,
};
