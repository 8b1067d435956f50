CREATE TABLE `absences` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`stand_in_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`ended_at` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `absences_stand_in` ON `absences` (`stand_in_id`,`to_day`);--> statement-breakpoint
CREATE INDEX `absences_staff` ON `absences` (`staff_id`,`to_day`);--> statement-breakpoint
CREATE TABLE `work_counts` (
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`unit` text NOT NULL,
	`due_day` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`kind`, `state`, `unit`, `due_day`)
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_work_items` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`unit` text NOT NULL,
	`parent_id` text NOT NULL,
	`no` text NOT NULL,
	`topic` text NOT NULL,
	`label` blob NOT NULL,
	`owner_id` text NOT NULL,
	`doers` text NOT NULL,
	`assignee` text DEFAULT '' NOT NULL,
	`leads` integer DEFAULT true NOT NULL,
	`opened_at` integer NOT NULL,
	`due_day` text NOT NULL,
	`due_time` text DEFAULT '' NOT NULL,
	`legal_day` text DEFAULT '9999-12-31' NOT NULL,
	`clock` text NOT NULL,
	`clock_name` text NOT NULL,
	`clock_days` real NOT NULL,
	`legal_days` real DEFAULT 0 NOT NULL,
	`clock_used` integer NOT NULL,
	`clock_from` text NOT NULL,
	`signal` text DEFAULT '' NOT NULL,
	`closed_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_work_items`("id", "kind", "state", "unit", "parent_id", "no", "topic", "label", "owner_id", "doers", "assignee", "leads", "opened_at", "due_day", "due_time", "legal_day", "clock", "clock_name", "clock_days", "legal_days", "clock_used", "clock_from", "signal", "closed_at", "version") SELECT "id", "kind", "state", "unit", "parent_id", "no", "topic", "label", "owner_id", "doers", '', 1, "opened_at", "due_day", iif("clock" = 'running', '17:30', ''), '9999-12-31', "clock", "clock_name", "clock_days", 0, "clock_used", "clock_from", '', "closed_at", "version" FROM `work_items`;--> statement-breakpoint
DROP TABLE `work_items`;--> statement-breakpoint
ALTER TABLE `__new_work_items` RENAME TO `work_items`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `work_items_unit` ON `work_items` (`unit`,`kind`,`state`,`due_day`,`id`) WHERE closed_at = 0;--> statement-breakpoint
CREATE INDEX `work_items_state` ON `work_items` (`kind`,`state`,`due_day`,`id`) WHERE closed_at = 0;--> statement-breakpoint
CREATE INDEX `work_items_assignee` ON `work_items` (`assignee`,`due_day`,`id`) WHERE closed_at = 0 and assignee <> '';--> statement-breakpoint
CREATE INDEX `work_items_parent` ON `work_items` (`parent_id`);--> statement-breakpoint
CREATE INDEX `work_items_owner` ON `work_items` (`owner_id`,`topic`);--> statement-breakpoint
CREATE INDEX `work_items_due` ON `work_items` (`signal`,`due_day`,`due_time`) WHERE closed_at = 0 and clock = 'running';--> statement-breakpoint
-- Of the items of a case that are taken in together, the first stands for all.
UPDATE `work_items` SET `leads` = 0 WHERE `closed_at` = 0 AND `kind` = 'caseItem' AND `state` = 'received' AND EXISTS (SELECT 1 FROM `work_items` `first` WHERE `first`.`parent_id` = `work_items`.`parent_id` AND `first`.`kind` = 'caseItem' AND `first`.`state` = 'received' AND `first`.`id` < `work_items`.`id`);--> statement-breakpoint
INSERT INTO `work_counts` (`kind`, `state`, `unit`, `due_day`, `count`) SELECT `kind`, `state`, `unit`, `due_day`, count(*) FROM `work_items` WHERE `closed_at` = 0 AND `leads` GROUP BY `kind`, `state`, `unit`, `due_day`;
