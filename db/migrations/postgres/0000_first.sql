CREATE TABLE "audit_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"chain" integer NOT NULL,
	"seq" integer NOT NULL,
	"at" bigint NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"verb" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"detail" jsonb NOT NULL,
	"trace" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"chain" integer PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_documents" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"work_id" text,
	"kind" text NOT NULL,
	"no" text NOT NULL,
	"file_id" text NOT NULL,
	"issued_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" text PRIMARY KEY NOT NULL,
	"no" text NOT NULL,
	"life_event" text NOT NULL,
	"bundle_id" text NOT NULL,
	"applicant_id" text NOT NULL,
	"content" "bytea" NOT NULL,
	"state" text NOT NULL,
	"sent_at" bigint NOT NULL,
	"closed_at" bigint NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalog_bundles" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"body" jsonb NOT NULL,
	"published_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalog_documents" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"hash" text NOT NULL,
	"body" jsonb NOT NULL,
	"published_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"identifier" text NOT NULL,
	"no" text NOT NULL,
	"owner_id" text NOT NULL,
	"case_id" text NOT NULL,
	"work_id" text NOT NULL,
	"holder" "bytea" NOT NULL,
	"face" "bytea" NOT NULL,
	"state" text NOT NULL,
	"file_id" text NOT NULL,
	"sha256" text NOT NULL,
	"issued_at" bigint NOT NULL,
	"valid_to" text NOT NULL,
	"changed" jsonb
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"purpose" text NOT NULL,
	"resources" jsonb NOT NULL,
	"shown" "bytea" NOT NULL,
	"given_at" bigint NOT NULL,
	"revoked_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lookups" (
	"id" text PRIMARY KEY NOT NULL,
	"resource" text NOT NULL,
	"subject_id" text NOT NULL,
	"subject_kind" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"purpose" text NOT NULL,
	"ground_kind" text NOT NULL,
	"ground" text NOT NULL,
	"fields" jsonb NOT NULL,
	"outcome" text NOT NULL,
	"ms" integer NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"name" "bytea" NOT NULL,
	"mime" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answered_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"action" text NOT NULL,
	"answer" "bytea" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"life_event" text NOT NULL,
	"bundle_id" text NOT NULL,
	"content" "bytea" NOT NULL,
	"state" text NOT NULL,
	"case_no" text,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kept_forms" (
	"id" text PRIMARY KEY NOT NULL,
	"action" text NOT NULL,
	"values" "bytea" NOT NULL,
	"problems" jsonb NOT NULL,
	"refusal" text NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" text PRIMARY KEY NOT NULL,
	"no" text NOT NULL,
	"kind" text NOT NULL,
	"category" text NOT NULL,
	"channel" text NOT NULL,
	"caller_id" text NOT NULL,
	"content" "bytea" NOT NULL,
	"caller" "bytea" NOT NULL,
	"secret" text NOT NULL,
	"filed_at" bigint NOT NULL,
	"reply" "bytea",
	"replied_at" bigint,
	"call_back" "bytea"
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"login" text NOT NULL,
	"secret" text NOT NULL,
	"name" "bytea" NOT NULL,
	"person_id" text,
	"demo" boolean NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mandates" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"scope" text NOT NULL,
	"valid_to" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"credit_code" text NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" "bytea" NOT NULL,
	"resident_id" "bytea" NOT NULL,
	"resident_id_blind" text NOT NULL,
	"phone" "bytea" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"unit" text NOT NULL,
	"role" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_tries" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"run_at" bigint NOT NULL,
	"attempts" integer NOT NULL,
	"locked_until" bigint NOT NULL,
	"done_at" bigint NOT NULL,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"params" jsonb NOT NULL,
	"link" text NOT NULL,
	"at" bigint NOT NULL,
	"read_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"case_no" text NOT NULL,
	"life_event" text NOT NULL,
	"unit" text NOT NULL,
	"rater_id" text NOT NULL,
	"level" integer NOT NULL,
	"tags" jsonb NOT NULL,
	"text" "bytea" NOT NULL,
	"rated_at" bigint NOT NULL,
	"answer" "bytea",
	"answered_at" bigint
);
--> statement-breakpoint
CREATE TABLE "search_documents" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"title" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"names" jsonb NOT NULL,
	"own_names" integer NOT NULL,
	"path" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"name" text PRIMARY KEY NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_events" (
	"id" text PRIMARY KEY NOT NULL,
	"work_id" text NOT NULL,
	"seq" integer NOT NULL,
	"move" text NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"at" bigint NOT NULL,
	"note" "bytea",
	"data" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_items" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"unit" text NOT NULL,
	"parent_id" text NOT NULL,
	"no" text NOT NULL,
	"topic" text NOT NULL,
	"label" "bytea" NOT NULL,
	"owner_id" text NOT NULL,
	"doers" jsonb NOT NULL,
	"opened_at" bigint NOT NULL,
	"due_day" text NOT NULL,
	"clock" text NOT NULL,
	"clock_name" text NOT NULL,
	"clock_days" integer NOT NULL,
	"clock_used" integer NOT NULL,
	"clock_from" text NOT NULL,
	"closed_at" bigint NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "audit_entries_chain" ON "audit_entries" USING btree ("chain","seq");--> statement-breakpoint
CREATE INDEX "case_documents_case" ON "case_documents" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_documents_no" ON "case_documents" USING btree ("no");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_no" ON "cases" USING btree ("no");--> statement-breakpoint
CREATE INDEX "cases_applicant" ON "cases" USING btree ("applicant_id","sent_at");--> statement-breakpoint
CREATE INDEX "catalog_bundles_code" ON "catalog_bundles" USING btree ("code","published_at");--> statement-breakpoint
CREATE UNIQUE INDEX "catalog_documents_version" ON "catalog_documents" USING btree ("kind","code","version");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_identifier" ON "certificates" USING btree ("identifier");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_work" ON "certificates" USING btree ("work_id");--> statement-breakpoint
CREATE INDEX "certificates_owner" ON "certificates" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "certificates_case" ON "certificates" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "certificates_sha256" ON "certificates" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "consents_person" ON "consents" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "lookups_subject" ON "lookups" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "answered_requests_at" ON "answered_requests" USING btree ("at");--> statement-breakpoint
CREATE INDEX "drafts_person" ON "drafts" USING btree ("person_id","state","updated_at");--> statement-breakpoint
CREATE INDEX "kept_forms_expiry" ON "kept_forms" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_no" ON "tickets" USING btree ("no");--> statement-breakpoint
CREATE INDEX "tickets_caller" ON "tickets" USING btree ("caller_id","no");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_login" ON "accounts" USING btree ("login");--> statement-breakpoint
CREATE UNIQUE INDEX "mandates_person" ON "mandates" USING btree ("person_id","organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_credit_code" ON "organisations" USING btree ("credit_code");--> statement-breakpoint
CREATE UNIQUE INDEX "people_resident_id" ON "people" USING btree ("resident_id_blind");--> statement-breakpoint
CREATE UNIQUE INDEX "posts_account" ON "posts" USING btree ("account_id","unit","role");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sign_in_tries_subject" ON "sign_in_tries" USING btree ("subject","at");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_key" ON "jobs" USING btree ("kind","key");--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("run_at","id") WHERE done_at = 0;--> statement-breakpoint
CREATE UNIQUE INDEX "notices_key" ON "notices" USING btree ("person_id","key");--> statement-breakpoint
CREATE INDEX "notices_person" ON "notices" USING btree ("person_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "ratings_case" ON "ratings" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "ratings_event" ON "ratings" USING btree ("life_event","level");--> statement-breakpoint
CREATE INDEX "search_documents_kind" ON "search_documents" USING btree ("kind");--> statement-breakpoint
CREATE UNIQUE INDEX "work_events_seq" ON "work_events" USING btree ("work_id","seq");--> statement-breakpoint
CREATE INDEX "work_items_inbox" ON "work_items" USING btree ("unit","due_day","id") WHERE closed_at = 0;--> statement-breakpoint
CREATE INDEX "work_items_parent" ON "work_items" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "work_items_due" ON "work_items" USING btree ("due_day") WHERE closed_at = 0;