CREATE TABLE "work_tallies" (
	"kind" text NOT NULL,
	"move" text NOT NULL,
	"day" text NOT NULL,
	"in_time" boolean NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "work_tallies_kind_move_day_in_time_pk" PRIMARY KEY("kind","move","day","in_time")
);
--> statement-breakpoint
DROP INDEX "work_items_assignee";--> statement-breakpoint
CREATE INDEX "work_items_assignee" ON "work_items" USING btree ("assignee","due_day","id","unit","kind","state","leads") WHERE closed_at = 0 and assignee <> '';--> statement-breakpoint
INSERT INTO work_tallies (kind, move, day, in_time, count) SELECT i.kind, e.move, to_char(to_timestamp(e.at / 1000) at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), to_char(to_timestamp(e.at / 1000) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') <= i.due_day, count(*) FROM work_events e JOIN work_items i ON i.id = e.work_id WHERE (i.kind = 'caseItem' and e.move in ('complete', 'close', 'deny', 'approveDenial')) or (i.kind = 'ticket' and e.move in ('close', 'rework')) GROUP BY 1, 2, 3, 4;
