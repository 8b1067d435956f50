/**
 * The catalogue: versioned documents, immutable once published, and bundles that drafts and cases pin. Level 2.
 * Readers get a snapshot of what is published now; whoever continues something old asks for its bundle.
 */
export { catalog, refreshCatalog, type Snapshot } from './snapshot.ts'
export { departmentName, itemOrPolicy } from './names.ts'
export { bundleOf, currentBundle } from './bundles.ts'
export { cityCatalog, type CityCatalog } from './city-catalog.ts'
export { publishChanges, publishCity } from './publish.ts'
export { changesToFiles } from './from-files.ts'
export { FROM_FILES, type Change } from './change.ts'
export { compare, type DocumentDifference } from './compare.ts'
export { publishedCatalog } from './published-catalog.ts'
export { changesAfter, type ChangedDocument, type ChangePlace } from './changes.ts'
export { publishedItem, publishedWith } from './item.ts'
export { publishedAt } from './published-at.ts'
export { alwaysIn, offerOf, requireOffered, setOffer, type OfferOrder } from './offers.ts'
export { handleScheduled, publish, sendBack, submit, upload } from './packages.ts'
export { documentsAfter } from './lists.ts'
export { inspect } from './inspect.ts'
export { listDocuments, readDocument } from './read-documents.ts'
export { listPackages, readPackage } from './read-packages.ts'
export { readDivision } from './read-division.ts'
export { previewBundle } from './preview.ts'
