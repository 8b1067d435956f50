CREATE TABLE `calendar_days` (
	`day` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `calendar_drafts` (
	`year` integer PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`findings` text NOT NULL,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `calendar_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`by` text NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	`cursor` text NOT NULL,
	`done_at` integer NOT NULL,
	`looked` integer NOT NULL,
	`moved` integer NOT NULL,
	`lines` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `calendar_reports_at` ON `calendar_reports` (`at`);--> statement-breakpoint
-- What waits already: the job of the day on which that ends is written by this one.
INSERT INTO `jobs` (`id`, `kind`, `key`, `payload`, `run_at`, `attempts`, `locked_until`, `done_at`) SELECT `id`, 'cases.await', 'begin:' || `id`, json_object('workId', `id`), 0, 0, 0, 0 FROM `work_items` WHERE `closed_at` = 0 AND `kind` = 'caseItem' AND `state` IN ('waiting', 'correcting', 'publicising', 'issued', 'tolerated', 'reviewing', 'special', 'suspended');
