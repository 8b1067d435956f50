CREATE TABLE `draft_knowns` (
	`draft` text PRIMARY KEY NOT NULL,
	`knowns` blob NOT NULL
);
--> statement-breakpoint
INSERT INTO `draft_knowns` (`draft`, `knowns`) SELECT `id`, `knowns` FROM `drafts` WHERE `knowns` IS NOT NULL;
--> statement-breakpoint
ALTER TABLE `drafts` DROP COLUMN `knowns`;