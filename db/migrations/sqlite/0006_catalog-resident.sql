CREATE INDEX `cases_agent` ON `cases` (`agent`) WHERE agent <> '';--> statement-breakpoint
CREATE INDEX `catalog_current_resident` ON `catalog_current` (`resident`,`edition`);