CREATE TABLE "counter_visits" (
	"id" text PRIMARY KEY NOT NULL,
	"clerk_id" text NOT NULL,
	"unit" text NOT NULL,
	"place" jsonb NOT NULL,
	"ticket_id" text NOT NULL,
	"person_id" text NOT NULL,
	"person_blind" text NOT NULL,
	"person" "bytea" NOT NULL,
	"way" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"started_at" bigint NOT NULL,
	"valid_to" bigint NOT NULL,
	"ended_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"digits" text NOT NULL,
	"valid_to" bigint NOT NULL,
	"used_at" bigint NOT NULL,
	"used_by" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "counter_visits_clerk" ON "counter_visits" USING btree ("clerk_id","ended_at");--> statement-breakpoint
CREATE INDEX "counter_visits_person" ON "counter_visits" USING btree ("person_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "person_codes_digits" ON "person_codes" USING btree ("digits");--> statement-breakpoint
CREATE INDEX "person_codes_person" ON "person_codes" USING btree ("person_id","valid_to");--> statement-breakpoint
CREATE INDEX "person_codes_valid" ON "person_codes" USING btree ("valid_to");