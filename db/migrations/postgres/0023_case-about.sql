DROP INDEX "work_items_unit";--> statement-breakpoint
DROP INDEX "work_items_state";--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "about" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "cases_about" ON "cases" USING btree ("about") WHERE about <> '';--> statement-breakpoint
CREATE INDEX "work_items_unit" ON "work_items" USING btree ("unit","kind","state","due_day","id","leads","assignee") WHERE closed_at = 0;--> statement-breakpoint
CREATE INDEX "work_items_state" ON "work_items" USING btree ("kind","state","due_day","id","leads","assignee") WHERE closed_at = 0;