CREATE TABLE "hand_overs" (
	"id" text PRIMARY KEY NOT NULL,
	"from_id" text NOT NULL,
	"to_id" text NOT NULL,
	"unit" text NOT NULL,
	"by" text NOT NULL,
	"at" bigint NOT NULL,
	"reason" text NOT NULL,
	"moved" integer NOT NULL,
	"lines" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "spot_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"work_id" text NOT NULL,
	"unit" text NOT NULL,
	"decided_by" text NOT NULL,
	"drawn_at" bigint NOT NULL,
	"drawn_by" text NOT NULL,
	"result" text NOT NULL,
	"reason" "bytea" NOT NULL,
	"checked_by" text NOT NULL,
	"checked_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_orders" (
	"id" text PRIMARY KEY NOT NULL,
	"work_id" text NOT NULL,
	"unit" text NOT NULL,
	"kind" text NOT NULL,
	"reason" "bytea" NOT NULL,
	"due_day" text NOT NULL,
	"by" text NOT NULL,
	"at" bigint NOT NULL,
	"answered_at" bigint NOT NULL,
	"answered_by" text NOT NULL,
	"answer" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE INDEX "hand_overs_at" ON "hand_overs" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "spot_checks_work" ON "spot_checks" USING btree ("work_id");--> statement-breakpoint
CREATE INDEX "spot_checks_unit" ON "spot_checks" USING btree ("unit","checked_at","id");--> statement-breakpoint
CREATE INDEX "work_orders_work" ON "work_orders" USING btree ("work_id");--> statement-breakpoint
CREATE INDEX "work_orders_open" ON "work_orders" USING btree ("unit","due_day") WHERE answered_at = 0;