CREATE TABLE `agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`inviter_id` text NOT NULL,
	`role` text NOT NULL,
	`name` blob NOT NULL,
	`person_blind` text NOT NULL,
	`state` text NOT NULL,
	`shown` blob NOT NULL,
	`words` blob NOT NULL,
	`invited_at` integer NOT NULL,
	`reminded_at` integer NOT NULL,
	`answered_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agreements_of_draft` ON `agreements` (`draft_id`,`role`,`person_blind`);--> statement-breakpoint
CREATE INDEX `agreements_person` ON `agreements` (`person_blind`,`invited_at`);--> statement-breakpoint
CREATE TABLE `remembered_facts` (
	`person_id` text PRIMARY KEY NOT NULL,
	`facts` blob NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `person_mandates` (
	`id` text PRIMARY KEY NOT NULL,
	`principal_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`scope` text NOT NULL,
	`valid_to` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_mandates_pair` ON `person_mandates` (`principal_id`,`agent_id`,`scope`);--> statement-breakpoint
CREATE INDEX `person_mandates_agent` ON `person_mandates` (`agent_id`);--> statement-breakpoint
DROP INDEX `drafts_person`;--> statement-breakpoint
ALTER TABLE `drafts` ADD `agent` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `drafts` ADD `organisation_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `drafts_agent` ON `drafts` (`agent`,`state`) WHERE agent <> '';--> statement-breakpoint
CREATE INDEX `drafts_age` ON `drafts` (`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `drafts_person` ON `drafts` (`person_id`,`state`);--> statement-breakpoint
ALTER TABLE `cases` ADD `agent` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `organisation_id` text DEFAULT '' NOT NULL;