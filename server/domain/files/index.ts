/** Stored files: rows in the database, sealed bytes in the file store. Level 0. */
export { storeBytes, openFile, fileOf, insertFile, type NewFile, type StoredFile } from './files.ts'
