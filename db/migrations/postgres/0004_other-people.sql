CREATE TABLE "agreements" (
	"id" text PRIMARY KEY NOT NULL,
	"draft_id" text NOT NULL,
	"inviter_id" text NOT NULL,
	"role" text NOT NULL,
	"name" "bytea" NOT NULL,
	"person_blind" text NOT NULL,
	"state" text NOT NULL,
	"shown" "bytea" NOT NULL,
	"words" "bytea" NOT NULL,
	"invited_at" bigint NOT NULL,
	"reminded_at" bigint NOT NULL,
	"answered_at" bigint NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "remembered_facts" (
	"person_id" text PRIMARY KEY NOT NULL,
	"facts" "bytea" NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_mandates" (
	"id" text PRIMARY KEY NOT NULL,
	"principal_id" text NOT NULL,
	"agent_id" text NOT NULL,
	"scope" text NOT NULL,
	"valid_to" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
DROP INDEX "drafts_person";--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "agent" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "organisation_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "agent" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "organisation_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_of_draft" ON "agreements" USING btree ("draft_id","role","person_blind");--> statement-breakpoint
CREATE INDEX "agreements_person" ON "agreements" USING btree ("person_blind","invited_at");--> statement-breakpoint
CREATE UNIQUE INDEX "person_mandates_pair" ON "person_mandates" USING btree ("principal_id","agent_id","scope");--> statement-breakpoint
CREATE INDEX "person_mandates_agent" ON "person_mandates" USING btree ("agent_id");--> statement-breakpoint
CREATE INDEX "drafts_agent" ON "drafts" USING btree ("agent","state") WHERE agent <> '';--> statement-breakpoint
CREATE INDEX "drafts_age" ON "drafts" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "drafts_person" ON "drafts" USING btree ("person_id","state");