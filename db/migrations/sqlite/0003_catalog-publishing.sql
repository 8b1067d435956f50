CREATE TABLE `catalog_current` (
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`document_id` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	`edition` integer NOT NULL,
	`resident` integer NOT NULL,
	`file_hash` text,
	`bundle_id` text,
	`division` text,
	`department` text,
	`title` text NOT NULL,
	`removed_at` integer,
	PRIMARY KEY(`kind`, `code`)
);
--> statement-breakpoint
CREATE INDEX `catalog_current_edition` ON `catalog_current` (`edition`,`kind`,`code`);--> statement-breakpoint
CREATE INDEX `catalog_current_division` ON `catalog_current` (`division`,`department`,`code`);--> statement-breakpoint
CREATE TABLE `catalog_offers` (
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`paused_at` integer,
	`ends_at` integer,
	`notice` text,
	`by` text NOT NULL,
	PRIMARY KEY(`kind`, `code`)
);
--> statement-breakpoint
CREATE TABLE `catalog_packages` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`content` text NOT NULL,
	`findings` text NOT NULL,
	`author_id` text NOT NULL,
	`author` text NOT NULL,
	`publisher_id` text,
	`publisher` text,
	`starts_at` integer NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `catalog_packages_state` ON `catalog_packages` (`state`,`id`);--> statement-breakpoint
ALTER TABLE `catalog_documents` ADD `author` text;--> statement-breakpoint
ALTER TABLE `catalog_documents` ADD `publisher` text;--> statement-breakpoint
ALTER TABLE `catalog_documents` ADD `package_id` text;
--> statement-breakpoint
INSERT INTO catalog_current (kind, code, document_id, version, hash, edition, resident, bundle_id, title)
SELECT d.kind, d.code, d.id, d.version, d.hash, d.published_at, 1,
  (SELECT b.id FROM catalog_bundles b WHERE d.kind = 'lifeEvent' AND b.code = d.code ORDER BY b.published_at DESC LIMIT 1),
  d.code
FROM catalog_documents d
WHERE d.version = (SELECT max(n.version) FROM catalog_documents n WHERE n.kind = d.kind AND n.code = d.code);
