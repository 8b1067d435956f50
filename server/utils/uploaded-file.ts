/** A file as it came with a multipart form. */
export interface UploadedFile {
  name: string
  type: string
  data: Buffer
}

/** Whether an input value is a list of uploaded files. */
export function isUpload(value: unknown): value is UploadedFile[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each) => typeof each === 'object' && each !== null && 'data' in each)
  )
}
