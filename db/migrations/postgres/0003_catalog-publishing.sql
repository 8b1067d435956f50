CREATE TABLE "catalog_current" (
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"document_id" text NOT NULL,
	"version" integer NOT NULL,
	"hash" text NOT NULL,
	"edition" bigint NOT NULL,
	"resident" boolean NOT NULL,
	"file_hash" text,
	"bundle_id" text,
	"division" text,
	"department" text,
	"title" text NOT NULL,
	"removed_at" bigint,
	CONSTRAINT "catalog_current_kind_code_pk" PRIMARY KEY("kind","code")
);
--> statement-breakpoint
CREATE TABLE "catalog_offers" (
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"paused_at" bigint,
	"ends_at" bigint,
	"notice" jsonb,
	"by" text NOT NULL,
	CONSTRAINT "catalog_offers_kind_code_pk" PRIMARY KEY("kind","code")
);
--> statement-breakpoint
CREATE TABLE "catalog_packages" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"content" jsonb NOT NULL,
	"findings" jsonb NOT NULL,
	"author_id" text NOT NULL,
	"author" text NOT NULL,
	"publisher_id" text,
	"publisher" text,
	"starts_at" bigint NOT NULL,
	"reason" text,
	"created_at" bigint NOT NULL,
	"published_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "catalog_documents" ADD COLUMN "author" text;--> statement-breakpoint
ALTER TABLE "catalog_documents" ADD COLUMN "publisher" text;--> statement-breakpoint
ALTER TABLE "catalog_documents" ADD COLUMN "package_id" text;--> statement-breakpoint
CREATE INDEX "catalog_current_edition" ON "catalog_current" USING btree ("edition","kind","code");--> statement-breakpoint
CREATE INDEX "catalog_current_division" ON "catalog_current" USING btree ("division","department","code");--> statement-breakpoint
CREATE INDEX "catalog_packages_state" ON "catalog_packages" USING btree ("state","id");
--> statement-breakpoint
INSERT INTO catalog_current (kind, code, document_id, version, hash, edition, resident, bundle_id, title)
SELECT d.kind, d.code, d.id, d.version, d.hash, d.published_at, true,
  (SELECT b.id FROM catalog_bundles b WHERE d.kind = 'lifeEvent' AND b.code = d.code ORDER BY b.published_at DESC LIMIT 1),
  d.code
FROM catalog_documents d
WHERE d.version = (SELECT max(n.version) FROM catalog_documents n WHERE n.kind = d.kind AND n.code = d.code);
