CREATE TABLE `appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`no` text NOT NULL,
	`person_id` text NOT NULL,
	`person_blind` text NOT NULL,
	`person` blob NOT NULL,
	`hall` text NOT NULL,
	`business` text NOT NULL,
	`day` text NOT NULL,
	`time` text NOT NULL,
	`priority` text NOT NULL,
	`state` text NOT NULL,
	`holds` text NOT NULL,
	`booked_by` text NOT NULL,
	`booked_at` integer NOT NULL,
	`reminded_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appointments_no` ON `appointments` (`no`);--> statement-breakpoint
CREATE UNIQUE INDEX `appointments_holds` ON `appointments` (`holds`);--> statement-breakpoint
CREATE INDEX `appointments_hall` ON `appointments` (`hall`,`day`,`time`);--> statement-breakpoint
CREATE INDEX `appointments_person` ON `appointments` (`person_blind`,`day`);--> statement-breakpoint
CREATE INDEX `appointments_state` ON `appointments` (`state`,`day`);--> statement-breakpoint
CREATE TABLE `queue_lines` (
	`hall` text PRIMARY KEY NOT NULL,
	`appointments` integer NOT NULL,
	`appointment_priority` integer NOT NULL,
	`walk_in_priority` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `queue_seats` (
	`clerk_id` text PRIMARY KEY NOT NULL,
	`hall` text NOT NULL,
	`counter` text NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `queue_seats_counter` ON `queue_seats` (`hall`,`counter`);--> statement-breakpoint
CREATE TABLE `queue_slots` (
	`hall` text NOT NULL,
	`business` text NOT NULL,
	`day` text NOT NULL,
	`time` text NOT NULL,
	`taken` integer NOT NULL,
	PRIMARY KEY(`hall`, `business`, `day`, `time`)
);
--> statement-breakpoint
CREATE TABLE `queue_tickets` (
	`id` text PRIMARY KEY NOT NULL,
	`hall` text NOT NULL,
	`day` text NOT NULL,
	`no` text NOT NULL,
	`business` text NOT NULL,
	`only_counter` text NOT NULL,
	`state` text NOT NULL,
	`lane` text NOT NULL,
	`priority` text NOT NULL,
	`appointment_id` text NOT NULL,
	`slot_at` integer NOT NULL,
	`taken_at` integer NOT NULL,
	`since` integer NOT NULL,
	`calls` integer NOT NULL,
	`come_backs` integer NOT NULL,
	`called_at` integer NOT NULL,
	`last_call_at` integer NOT NULL,
	`served_at` integer NOT NULL,
	`ended_at` integer NOT NULL,
	`counter` text NOT NULL,
	`clerk_id` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `queue_tickets_no` ON `queue_tickets` (`hall`,`day`,`no`);--> statement-breakpoint
CREATE UNIQUE INDEX `queue_tickets_appointment` ON `queue_tickets` (`appointment_id`);--> statement-breakpoint
CREATE INDEX `queue_tickets_line` ON `queue_tickets` (`hall`,`day`,`state`,`business`,`since`);--> statement-breakpoint
CREATE INDEX `queue_tickets_called` ON `queue_tickets` (`hall`,`day`,`last_call_at`);--> statement-breakpoint
CREATE TABLE `queue_waits` (
	`hall` text NOT NULL,
	`slot` integer NOT NULL,
	`business` text NOT NULL,
	`wait` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`hall`, `slot`, `business`, `wait`)
);
