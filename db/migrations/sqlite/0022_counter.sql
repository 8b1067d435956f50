CREATE TABLE `counter_visits` (
	`id` text PRIMARY KEY NOT NULL,
	`clerk_id` text NOT NULL,
	`unit` text NOT NULL,
	`place` text NOT NULL,
	`ticket_id` text NOT NULL,
	`person_id` text NOT NULL,
	`person_blind` text NOT NULL,
	`person` blob NOT NULL,
	`way` text NOT NULL,
	`asked_at` integer NOT NULL,
	`started_at` integer NOT NULL,
	`valid_to` integer NOT NULL,
	`ended_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `counter_visits_clerk` ON `counter_visits` (`clerk_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `counter_visits_person` ON `counter_visits` (`person_id`,`asked_at`);--> statement-breakpoint
CREATE TABLE `person_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`digits` text NOT NULL,
	`valid_to` integer NOT NULL,
	`used_at` integer NOT NULL,
	`used_by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_codes_digits` ON `person_codes` (`digits`);--> statement-breakpoint
CREATE INDEX `person_codes_person` ON `person_codes` (`person_id`,`valid_to`);--> statement-breakpoint
CREATE INDEX `person_codes_valid` ON `person_codes` (`valid_to`);