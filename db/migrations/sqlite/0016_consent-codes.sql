CREATE TABLE `consent_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`draft` text NOT NULL,
	`person_id` text NOT NULL,
	`text_version` text NOT NULL,
	`hash` text NOT NULL,
	`tries` integer NOT NULL,
	`at` integer NOT NULL,
	`used_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `consent_codes_draft` ON `consent_codes` (`draft`);--> statement-breakpoint
CREATE INDEX `consent_codes_person` ON `consent_codes` (`person_id`,`at`);--> statement-breakpoint
ALTER TABLE `consents` ADD `given_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `consents` ADD `proof` text DEFAULT 'account' NOT NULL;