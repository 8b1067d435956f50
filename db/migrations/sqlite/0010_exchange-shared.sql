CREATE TABLE `app_nonces` (
	`app` text NOT NULL,
	`nonce` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`app`, `nonce`)
);
--> statement-breakpoint
CREATE INDEX `app_nonces_at` ON `app_nonces` (`at`);--> statement-breakpoint
CREATE TABLE `exchange_alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`unit` text NOT NULL,
	`detail` text NOT NULL,
	`at` integer NOT NULL,
	`seen_by` text NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exchange_alerts_key` ON `exchange_alerts` (`kind`,`key`);--> statement-breakpoint
CREATE INDEX `exchange_alerts_open` ON `exchange_alerts` (`seen_at`,`at`);--> statement-breakpoint
CREATE TABLE `exchange_minutes` (
	`minute` integer NOT NULL,
	`resource` text NOT NULL,
	`unit` text NOT NULL,
	`calls` integer NOT NULL,
	`found` integer NOT NULL,
	`not_found` integer NOT NULL,
	`several` integer NOT NULL,
	`failed` integer NOT NULL,
	`cached` integer NOT NULL,
	`b0` integer NOT NULL,
	`b1` integer NOT NULL,
	`b2` integer NOT NULL,
	`b3` integer NOT NULL,
	`b4` integer NOT NULL,
	`b5` integer NOT NULL,
	`b6` integer NOT NULL,
	`b7` integer NOT NULL,
	`b8` integer NOT NULL,
	`b9` integer NOT NULL,
	`b10` integer NOT NULL,
	`b11` integer NOT NULL,
	PRIMARY KEY(`minute`, `resource`, `unit`)
);
--> statement-breakpoint
CREATE TABLE `post_subjects` (
	`hour` integer NOT NULL,
	`actor_id` text NOT NULL,
	`subject` text NOT NULL,
	`unit` text NOT NULL,
	PRIMARY KEY(`hour`, `actor_id`, `subject`)
);
--> statement-breakpoint
CREATE TABLE `resource_states` (
	`resource` text PRIMARY KEY NOT NULL,
	`updated_at` integer NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `value_figures` (
	`day` text NOT NULL,
	`resource` text NOT NULL,
	`field` text NOT NULL,
	`came` integer NOT NULL,
	`empty` integer NOT NULL,
	`faulty` integer NOT NULL,
	PRIMARY KEY(`day`, `resource`, `field`)
);
--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`resource` text NOT NULL,
	`unit` text NOT NULL,
	`item` text NOT NULL,
	`fields` text NOT NULL,
	`basis` text NOT NULL,
	`subscription_id` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text NOT NULL,
	`state` text NOT NULL,
	`notified_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `grants_resource` ON `grants` (`resource`);--> statement-breakpoint
CREATE INDEX `grants_unit` ON `grants` (`unit`);--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`work_id` text NOT NULL,
	`no` text NOT NULL,
	`resource` text NOT NULL,
	`unit` text NOT NULL,
	`applicant_id` text NOT NULL,
	`items` text NOT NULL,
	`fields` text NOT NULL,
	`approved` text,
	`basis` text NOT NULL,
	`scenario` text NOT NULL,
	`purpose` text NOT NULL,
	`frequency` integer NOT NULL,
	`valid_to` text NOT NULL,
	`created_at` integer NOT NULL,
	`decided_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `subscriptions_unit` ON `subscriptions` (`unit`);--> statement-breakpoint
CREATE INDEX `subscriptions_resource` ON `subscriptions` (`resource`);--> statement-breakpoint
CREATE TABLE `emergencies` (
	`id` text PRIMARY KEY NOT NULL,
	`unit` text NOT NULL,
	`asked_by` text NOT NULL,
	`resource` text NOT NULL,
	`params` blob NOT NULL,
	`subject` text NOT NULL,
	`reason` blob NOT NULL,
	`asked_at` integer NOT NULL,
	`confirmed_by` text NOT NULL,
	`state` text NOT NULL,
	`decided_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `emergencies_state` ON `emergencies` (`state`,`asked_at`);--> statement-breakpoint
CREATE TABLE `lookup_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`work_id` text NOT NULL,
	`no` text NOT NULL,
	`lookup_id` text NOT NULL,
	`person_id` text NOT NULL,
	`question` blob NOT NULL,
	`answer` blob,
	`created_at` integer NOT NULL,
	`answered_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lookup_questions_once` ON `lookup_questions` (`lookup_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `objections` (
	`id` text PRIMARY KEY NOT NULL,
	`work_id` text NOT NULL,
	`no` text NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`lookup_id` text NOT NULL,
	`subject` text NOT NULL,
	`resource` text NOT NULL,
	`field` text NOT NULL,
	`element` text NOT NULL,
	`was` blob NOT NULL,
	`should` blob NOT NULL,
	`why` blob NOT NULL,
	`evidence` text NOT NULL,
	`matter_id` text NOT NULL,
	`outcome` text NOT NULL,
	`answer` blob,
	`created_at` integer NOT NULL,
	`decided_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `objections_person` ON `objections` (`person_id`);--> statement-breakpoint
CREATE INDEX `objections_organisation` ON `objections` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `objections_resource` ON `objections` (`resource`);--> statement-breakpoint
CREATE TABLE `lookup_archive` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`subject_kind` text NOT NULL,
	`resource` text NOT NULL,
	`provider` text NOT NULL,
	`matter_kind` text NOT NULL,
	`matter_id` text NOT NULL,
	`matter_no` text NOT NULL,
	`item` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`unit` text NOT NULL,
	`ground_kind` text NOT NULL,
	`ground` text NOT NULL,
	`asked` text NOT NULL,
	`fields` text NOT NULL,
	`outcome` text NOT NULL,
	`fault` text NOT NULL,
	`cached` integer NOT NULL,
	`ms` integer NOT NULL,
	`at` integer NOT NULL,
	`answered_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `lookup_archive_subject` ON `lookup_archive` (`subject`,`id`);--> statement-breakpoint
CREATE TABLE `lookup_log` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`subject_kind` text NOT NULL,
	`resource` text NOT NULL,
	`provider` text NOT NULL,
	`matter_kind` text NOT NULL,
	`matter_id` text NOT NULL,
	`matter_no` text NOT NULL,
	`item` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`unit` text NOT NULL,
	`ground_kind` text NOT NULL,
	`ground` text NOT NULL,
	`asked` text NOT NULL,
	`fields` text NOT NULL,
	`outcome` text NOT NULL,
	`fault` text NOT NULL,
	`cached` integer NOT NULL,
	`ms` integer NOT NULL,
	`at` integer NOT NULL,
	`answered_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `lookup_log_subject` ON `lookup_log` (`subject`,`id`);--> statement-breakpoint
ALTER TABLE `consents` ADD `life_event` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `consents` ADD `fields` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `consents` ADD `text_version` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `consents_purpose` ON `consents` (`purpose`);