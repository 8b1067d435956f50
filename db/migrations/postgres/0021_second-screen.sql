CREATE TABLE "parcels" (
	"id" text PRIMARY KEY NOT NULL,
	"work_id" text NOT NULL,
	"carrier" text NOT NULL,
	"no" text NOT NULL,
	"state" text NOT NULL,
	"state_at" bigint NOT NULL,
	"steps" "bytea" NOT NULL,
	"ask_at" bigint NOT NULL,
	"failures" integer NOT NULL,
	"posted_at" bigint NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counter_screens" (
	"id" text PRIMARY KEY NOT NULL,
	"clerk_id" text NOT NULL,
	"code_blind" text NOT NULL,
	"code_until" bigint NOT NULL,
	"key_blind" text NOT NULL,
	"until" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	"task" "bytea",
	"outcome" text NOT NULL,
	"touched_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counter_signatures" (
	"id" text PRIMARY KEY NOT NULL,
	"what" text NOT NULL,
	"subject_id" text NOT NULL,
	"part" text NOT NULL,
	"signature" "bytea" NOT NULL,
	"shown" text NOT NULL,
	"clerk_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "about" text DEFAULT 'case' NOT NULL;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "channel" text DEFAULT 'online' NOT NULL;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "clerk_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "parcels_work" ON "parcels" USING btree ("work_id","posted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "parcels_no" ON "parcels" USING btree ("carrier","no");--> statement-breakpoint
CREATE INDEX "parcels_ask" ON "parcels" USING btree ("ask_at");--> statement-breakpoint
CREATE UNIQUE INDEX "counter_screens_clerk" ON "counter_screens" USING btree ("clerk_id");--> statement-breakpoint
CREATE INDEX "counter_screens_code" ON "counter_screens" USING btree ("code_blind");--> statement-breakpoint
CREATE INDEX "counter_screens_key" ON "counter_screens" USING btree ("key_blind");--> statement-breakpoint
CREATE INDEX "counter_screens_changed" ON "counter_screens" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "counter_signatures_subject" ON "counter_signatures" USING btree ("subject_id","what","at");