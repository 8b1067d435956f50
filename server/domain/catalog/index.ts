/**
 * The catalogue: versioned documents, immutable once published, and bundles that drafts and cases pin. Level 2.
 * Readers get a snapshot of what is published now; whoever continues something old asks for its bundle.
 */
export { catalog, refreshCatalog, type Snapshot } from './snapshot.ts'
export { bundleOf, currentBundle } from './bundles.ts'
export { cityCatalog, publishCity, type CityCatalog } from './publish.ts'
