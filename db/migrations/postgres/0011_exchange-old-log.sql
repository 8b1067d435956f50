INSERT INTO lookup_log (id, subject, subject_kind, resource, provider, matter_kind, matter_id, matter_no, item, actor_kind, actor_id, unit, ground_kind, ground, asked, fields, outcome, fault, cached, ms, at, answered_at)
SELECT l.id, COALESCE(p.resident_id_blind, o.credit_code, ''), l.subject_kind, l.resource, '', CASE WHEN l.purpose = 'policies.match' THEN 'match' WHEN c.id IS NULL THEN 'draft' ELSE 'case' END, COALESCE(c.id, l.purpose), COALESCE(c.no, ''), '', l.actor_kind, l.actor_id, '', l.ground_kind, l.ground, l.fields, l.fields, l.outcome, '', false, l.ms, l.at, l.at
FROM lookups l LEFT JOIN people p ON p.id = l.subject_id LEFT JOIN organisations o ON o.id = l.subject_id LEFT JOIN cases c ON c.no = l.purpose;
--> statement-breakpoint
DROP TABLE "lookups" CASCADE;