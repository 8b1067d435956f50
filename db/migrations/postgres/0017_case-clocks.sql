CREATE TABLE "absences" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"stand_in_id" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	"reason" text NOT NULL,
	"by" text NOT NULL,
	"ended_at" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_counts" (
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"unit" text NOT NULL,
	"due_day" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "work_counts_kind_state_unit_due_day_pk" PRIMARY KEY("kind","state","unit","due_day")
);
--> statement-breakpoint
DROP INDEX "work_items_inbox";--> statement-breakpoint
DROP INDEX "work_items_due";--> statement-breakpoint
ALTER TABLE "work_items" ALTER COLUMN "clock_days" SET DATA TYPE double precision;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "assignee" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "leads" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "due_time" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "legal_day" text DEFAULT '9999-12-31' NOT NULL;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "legal_days" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "signal" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "absences_stand_in" ON "absences" USING btree ("stand_in_id","to_day");--> statement-breakpoint
CREATE INDEX "absences_staff" ON "absences" USING btree ("staff_id","to_day");--> statement-breakpoint
CREATE INDEX "work_items_unit" ON "work_items" USING btree ("unit","kind","state","due_day","id") WHERE closed_at = 0;--> statement-breakpoint
CREATE INDEX "work_items_state" ON "work_items" USING btree ("kind","state","due_day","id") WHERE closed_at = 0;--> statement-breakpoint
CREATE INDEX "work_items_assignee" ON "work_items" USING btree ("assignee","due_day","id") WHERE closed_at = 0 and assignee <> '';--> statement-breakpoint
CREATE INDEX "work_items_owner" ON "work_items" USING btree ("owner_id","topic");--> statement-breakpoint
CREATE INDEX "work_items_due" ON "work_items" USING btree ("signal","due_day","due_time") WHERE closed_at = 0 and clock = 'running';--> statement-breakpoint
UPDATE "work_items" SET "due_time" = '17:30' WHERE "clock" = 'running';--> statement-breakpoint
-- Of the items of a case that are taken in together, the first stands for all.
UPDATE "work_items" SET "leads" = false WHERE "closed_at" = 0 AND "kind" = 'caseItem' AND "state" = 'received' AND EXISTS (SELECT 1 FROM "work_items" "first" WHERE "first"."parent_id" = "work_items"."parent_id" AND "first"."kind" = 'caseItem' AND "first"."state" = 'received' AND "first"."id" < "work_items"."id");--> statement-breakpoint
INSERT INTO "work_counts" ("kind", "state", "unit", "due_day", "count") SELECT "kind", "state", "unit", "due_day", count(*) FROM "work_items" WHERE "closed_at" = 0 AND "leads" GROUP BY "kind", "state", "unit", "due_day";
