CREATE TABLE `notice_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`notice_id` text NOT NULL,
	`person_id` text NOT NULL,
	`channel` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`code` text NOT NULL,
	`attempts` integer NOT NULL,
	`ref` text NOT NULL,
	`day` text NOT NULL,
	`at` integer NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notice_deliveries_notice` ON `notice_deliveries` (`notice_id`,`channel`);--> statement-breakpoint
CREATE INDEX `notice_deliveries_day` ON `notice_deliveries` (`person_id`,`day`,`channel`);--> statement-breakpoint
CREATE INDEX `notice_deliveries_state` ON `notice_deliveries` (`channel`,`state`,`changed_at`);--> statement-breakpoint
CREATE TABLE `notice_wishes` (
	`person_id` text PRIMARY KEY NOT NULL,
	`sms` integer NOT NULL,
	`mail` blob NOT NULL,
	`lang` text NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `broken_promises` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_id` text NOT NULL,
	`work_id` text NOT NULL,
	`reason` blob NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`until_day` text NOT NULL,
	`lifted_at` integer NOT NULL,
	`lifted_by` text NOT NULL,
	`lift_reason` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `broken_promises_work` ON `broken_promises` (`work_id`);--> statement-breakpoint
CREATE INDEX `broken_promises_subject` ON `broken_promises` (`subject_id`,`until_day`);--> statement-breakpoint
DROP INDEX `spot_checks_work`;--> statement-breakpoint
ALTER TABLE `spot_checks` ADD `kind` text DEFAULT 'drawn' NOT NULL;--> statement-breakpoint
ALTER TABLE `spot_checks` ADD `due_day` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `spot_checks_work` ON `spot_checks` (`work_id`,`kind`);