CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`chain` integer NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`verb` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail` text NOT NULL,
	`trace` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_chain` ON `audit_entries` (`chain`,`seq`);--> statement-breakpoint
CREATE TABLE `audit_heads` (
	`chain` integer PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `case_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`work_id` text,
	`kind` text NOT NULL,
	`no` text NOT NULL,
	`file_id` text NOT NULL,
	`issued_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `case_documents_case` ON `case_documents` (`case_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `case_documents_no` ON `case_documents` (`no`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`no` text NOT NULL,
	`life_event` text NOT NULL,
	`bundle_id` text NOT NULL,
	`applicant_id` text NOT NULL,
	`content` blob NOT NULL,
	`state` text NOT NULL,
	`sent_at` integer NOT NULL,
	`closed_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_no` ON `cases` (`no`);--> statement-breakpoint
CREATE INDEX `cases_applicant` ON `cases` (`applicant_id`,`sent_at`);--> statement-breakpoint
CREATE TABLE `catalog_bundles` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`body` text NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `catalog_bundles_code` ON `catalog_bundles` (`code`,`published_at`);--> statement-breakpoint
CREATE TABLE `catalog_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	`body` text NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `catalog_documents_version` ON `catalog_documents` (`kind`,`code`,`version`);--> statement-breakpoint
CREATE TABLE `certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`identifier` text NOT NULL,
	`no` text NOT NULL,
	`owner_id` text NOT NULL,
	`case_id` text NOT NULL,
	`work_id` text NOT NULL,
	`holder` blob NOT NULL,
	`face` blob NOT NULL,
	`state` text NOT NULL,
	`file_id` text NOT NULL,
	`sha256` text NOT NULL,
	`issued_at` integer NOT NULL,
	`valid_to` text NOT NULL,
	`changed` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_identifier` ON `certificates` (`identifier`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_work` ON `certificates` (`work_id`);--> statement-breakpoint
CREATE INDEX `certificates_owner` ON `certificates` (`owner_id`);--> statement-breakpoint
CREATE INDEX `certificates_case` ON `certificates` (`case_id`);--> statement-breakpoint
CREATE INDEX `certificates_sha256` ON `certificates` (`sha256`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`purpose` text NOT NULL,
	`resources` text NOT NULL,
	`shown` blob NOT NULL,
	`given_at` integer NOT NULL,
	`revoked_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `consents_person` ON `consents` (`person_id`);--> statement-breakpoint
CREATE TABLE `lookups` (
	`id` text PRIMARY KEY NOT NULL,
	`resource` text NOT NULL,
	`subject_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`purpose` text NOT NULL,
	`ground_kind` text NOT NULL,
	`ground` text NOT NULL,
	`fields` text NOT NULL,
	`outcome` text NOT NULL,
	`ms` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `lookups_subject` ON `lookups` (`subject_id`,`at`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`name` blob NOT NULL,
	`mime` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `answered_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`action` text NOT NULL,
	`answer` blob NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `answered_requests_at` ON `answered_requests` (`at`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`life_event` text NOT NULL,
	`bundle_id` text NOT NULL,
	`content` blob NOT NULL,
	`state` text NOT NULL,
	`case_no` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `drafts_person` ON `drafts` (`person_id`,`state`,`updated_at`);--> statement-breakpoint
CREATE TABLE `kept_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`action` text NOT NULL,
	`values` blob NOT NULL,
	`problems` text NOT NULL,
	`refusal` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `kept_forms_expiry` ON `kept_forms` (`expires_at`);--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` text PRIMARY KEY NOT NULL,
	`no` text NOT NULL,
	`kind` text NOT NULL,
	`category` text NOT NULL,
	`channel` text NOT NULL,
	`caller_id` text NOT NULL,
	`content` blob NOT NULL,
	`caller` blob NOT NULL,
	`secret` text NOT NULL,
	`filed_at` integer NOT NULL,
	`reply` blob,
	`replied_at` integer,
	`call_back` blob
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_no` ON `tickets` (`no`);--> statement-breakpoint
CREATE INDEX `tickets_caller` ON `tickets` (`caller_id`,`no`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`login` text NOT NULL,
	`secret` text NOT NULL,
	`name` blob NOT NULL,
	`person_id` text,
	`demo` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_login` ON `accounts` (`login`);--> statement-breakpoint
CREATE TABLE `mandates` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`scope` text NOT NULL,
	`valid_to` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mandates_person` ON `mandates` (`person_id`,`organisation_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`credit_code` text NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_credit_code` ON `organisations` (`credit_code`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` blob NOT NULL,
	`resident_id` blob NOT NULL,
	`resident_id_blind` text NOT NULL,
	`phone` blob NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_resident_id` ON `people` (`resident_id_blind`);--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`unit` text NOT NULL,
	`role` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `posts_account` ON `posts` (`account_id`,`unit`,`role`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE TABLE `sign_in_tries` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_tries_subject` ON `sign_in_tries` (`subject`,`at`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`payload` text NOT NULL,
	`run_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`locked_until` integer NOT NULL,
	`done_at` integer NOT NULL,
	`error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_key` ON `jobs` (`kind`,`key`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`run_at`,`id`) WHERE done_at = 0;--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`params` text NOT NULL,
	`link` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_key` ON `notices` (`person_id`,`key`);--> statement-breakpoint
CREATE INDEX `notices_person` ON `notices` (`person_id`,`id`);--> statement-breakpoint
CREATE TABLE `ratings` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`case_no` text NOT NULL,
	`life_event` text NOT NULL,
	`unit` text NOT NULL,
	`rater_id` text NOT NULL,
	`level` integer NOT NULL,
	`tags` text NOT NULL,
	`text` blob NOT NULL,
	`rated_at` integer NOT NULL,
	`answer` blob,
	`answered_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ratings_case` ON `ratings` (`case_id`);--> statement-breakpoint
CREATE INDEX `ratings_event` ON `ratings` (`life_event`,`level`);--> statement-breakpoint
CREATE TABLE `search_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`names` text NOT NULL,
	`own_names` integer NOT NULL,
	`path` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `search_documents_kind` ON `search_documents` (`kind`);--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `work_events` (
	`id` text PRIMARY KEY NOT NULL,
	`work_id` text NOT NULL,
	`seq` integer NOT NULL,
	`move` text NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`at` integer NOT NULL,
	`note` blob,
	`data` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `work_events_seq` ON `work_events` (`work_id`,`seq`);--> statement-breakpoint
CREATE TABLE `work_items` (
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
	`opened_at` integer NOT NULL,
	`due_day` text NOT NULL,
	`clock` text NOT NULL,
	`clock_name` text NOT NULL,
	`clock_days` integer NOT NULL,
	`clock_used` integer NOT NULL,
	`clock_from` text NOT NULL,
	`closed_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `work_items_inbox` ON `work_items` (`unit`,`due_day`,`id`) WHERE closed_at = 0;--> statement-breakpoint
CREATE INDEX `work_items_parent` ON `work_items` (`parent_id`);--> statement-breakpoint
CREATE INDEX `work_items_due` ON `work_items` (`due_day`) WHERE closed_at = 0;