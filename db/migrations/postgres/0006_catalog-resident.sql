CREATE INDEX "cases_agent" ON "cases" USING btree ("agent") WHERE agent <> '';--> statement-breakpoint
CREATE INDEX "catalog_current_resident" ON "catalog_current" USING btree ("resident","edition");