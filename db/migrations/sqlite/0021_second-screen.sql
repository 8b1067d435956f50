CREATE TABLE `parcels` (
	`id` text PRIMARY KEY NOT NULL,
	`work_id` text NOT NULL,
	`carrier` text NOT NULL,
	`no` text NOT NULL,
	`state` text NOT NULL,
	`state_at` integer NOT NULL,
	`steps` blob NOT NULL,
	`ask_at` integer NOT NULL,
	`failures` integer NOT NULL,
	`posted_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `parcels_work` ON `parcels` (`work_id`,`posted_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `parcels_no` ON `parcels` (`carrier`,`no`);--> statement-breakpoint
CREATE INDEX `parcels_ask` ON `parcels` (`ask_at`);--> statement-breakpoint
CREATE TABLE `counter_screens` (
	`id` text PRIMARY KEY NOT NULL,
	`clerk_id` text NOT NULL,
	`code_blind` text NOT NULL,
	`code_until` integer NOT NULL,
	`key_blind` text NOT NULL,
	`until` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`task` blob,
	`outcome` text NOT NULL,
	`touched_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `counter_screens_clerk` ON `counter_screens` (`clerk_id`);--> statement-breakpoint
CREATE INDEX `counter_screens_code` ON `counter_screens` (`code_blind`);--> statement-breakpoint
CREATE INDEX `counter_screens_key` ON `counter_screens` (`key_blind`);--> statement-breakpoint
CREATE INDEX `counter_screens_changed` ON `counter_screens` (`changed_at`);--> statement-breakpoint
CREATE TABLE `counter_signatures` (
	`id` text PRIMARY KEY NOT NULL,
	`what` text NOT NULL,
	`subject_id` text NOT NULL,
	`part` text NOT NULL,
	`signature` blob NOT NULL,
	`shown` text NOT NULL,
	`clerk_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `counter_signatures_subject` ON `counter_signatures` (`subject_id`,`what`,`at`);--> statement-breakpoint
ALTER TABLE `ratings` ADD `about` text DEFAULT 'case' NOT NULL;--> statement-breakpoint
ALTER TABLE `ratings` ADD `channel` text DEFAULT 'online' NOT NULL;--> statement-breakpoint
ALTER TABLE `ratings` ADD `clerk_id` text DEFAULT '' NOT NULL;