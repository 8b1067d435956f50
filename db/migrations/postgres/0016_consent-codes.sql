CREATE TABLE "consent_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"draft" text NOT NULL,
	"person_id" text NOT NULL,
	"text_version" text NOT NULL,
	"hash" text NOT NULL,
	"tries" integer NOT NULL,
	"at" bigint NOT NULL,
	"used_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "given_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "proof" text DEFAULT 'account' NOT NULL;--> statement-breakpoint
CREATE INDEX "consent_codes_draft" ON "consent_codes" USING btree ("draft");--> statement-breakpoint
CREATE INDEX "consent_codes_person" ON "consent_codes" USING btree ("person_id","at");