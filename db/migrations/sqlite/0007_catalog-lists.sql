DROP INDEX `catalog_current_resident`;--> statement-breakpoint
DROP INDEX `catalog_current_division`;--> statement-breakpoint
CREATE INDEX `catalog_current_resident` ON `catalog_current` (`resident`,`kind`,`code`);--> statement-breakpoint
CREATE INDEX `catalog_current_division` ON `catalog_current` (`division`,`kind`,`code`);