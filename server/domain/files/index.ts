/** Stored files: rows in the database, sealed bytes in the file store; what is handed in is looked through. Level 1. */
export {
  storeBytes,
  openFile,
  fileOf,
  filesHandedIn,
  filesOf,
  fingerprint,
  insertFile,
  scansOf,
  type NewFile,
  type StoredFile,
} from './files.ts'
export { checkContent, type CheckedContent, type FileLimits } from './check-content.ts'
export { eraseFiles, handleErase, orDiscard } from './erase.ts'
export {
  isFile,
  lookThrough,
  receiveUpload,
  storeUpload,
  uploadsIn,
  type GivenUpload,
  type LookedThrough,
  type ReceivedFile,
} from './receive-upload.ts'
export { handleScan, scanBytes, useScanner } from './scan.ts'
export { turnPicture } from './turn.ts'
export {
  assemble,
  beginUpload,
  countPiece,
  endUpload,
  erasePieces,
  purgeUploads,
  storePiece,
  uploadOf,
  type Announced,
  type Upload,
} from './uploads.ts'
