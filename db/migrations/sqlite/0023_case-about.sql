DROP INDEX `work_items_unit`;--> statement-breakpoint
DROP INDEX `work_items_state`;--> statement-breakpoint
CREATE INDEX `work_items_unit` ON `work_items` (`unit`,`kind`,`state`,`due_day`,`id`,`leads`,`assignee`) WHERE closed_at = 0;--> statement-breakpoint
CREATE INDEX `work_items_state` ON `work_items` (`kind`,`state`,`due_day`,`id`,`leads`,`assignee`) WHERE closed_at = 0;--> statement-breakpoint
ALTER TABLE `cases` ADD `about` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `cases_about` ON `cases` (`about`) WHERE about <> '';