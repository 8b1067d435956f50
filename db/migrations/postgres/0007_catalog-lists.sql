DROP INDEX "catalog_current_resident";--> statement-breakpoint
DROP INDEX "catalog_current_division";--> statement-breakpoint
CREATE INDEX "catalog_current_resident" ON "catalog_current" USING btree ("resident","kind","code");--> statement-breakpoint
CREATE INDEX "catalog_current_division" ON "catalog_current" USING btree ("division","kind","code");