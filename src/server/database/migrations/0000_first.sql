CREATE TABLE "checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"listing_id" uuid NOT NULL,
	"field" text NOT NULL,
	"answer" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"account_id" uuid NOT NULL,
	"method" text
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edit_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"decision" text NOT NULL,
	"by_account" uuid NOT NULL,
	"by_credential" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text,
	"comment" text,
	"method" text,
	"is_void" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "edits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"listing_id" uuid NOT NULL,
	"region" text NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"state" text NOT NULL,
	"author_id" uuid,
	"author_credential" text,
	"is_risky" boolean NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "listing_places" (
	"listing_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"visibility" text NOT NULL,
	"place" jsonb NOT NULL,
	CONSTRAINT "listing_places_listing_id_position_pk" PRIMARY KEY("listing_id","position"),
	CONSTRAINT "visibility_is_its_own" CHECK ("listing_places"."place" ->> 'visibility' = "listing_places"."visibility"),
	CONSTRAINT "hidden_places_are_not_told" CHECK ("listing_places"."visibility" = 'public' OR NOT ("listing_places"."place" ? 'address' OR "listing_places"."place" ? 'latitude' OR "listing_places"."place" ? 'longitude' OR "listing_places"."place" ? 'name'))
);
--> statement-breakpoint
CREATE TABLE "listing_versions" (
	"listing_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"edit_id" uuid,
	"author_id" uuid,
	"approver_id" uuid,
	"changes" jsonb NOT NULL,
	"is_purged" boolean NOT NULL,
	CONSTRAINT "listing_versions_listing_id_version_pk" PRIMARY KEY("listing_id","version")
);
--> statement-breakpoint
CREATE TABLE "listings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"version" integer NOT NULL,
	"body" jsonb NOT NULL,
	"checked_fields" jsonb NOT NULL,
	"hidden_at" timestamp with time zone,
	"hidden_reason" text,
	"closed_on" date,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_seq" bigint NOT NULL,
	CONSTRAINT "places_are_rows" CHECK (NOT ("listings"."body" ? 'locations'))
);
--> statement-breakpoint
CREATE TABLE "provider_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"listing_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"listing_id" uuid NOT NULL,
	"signal" text NOT NULL,
	"week_of" date NOT NULL,
	CONSTRAINT "reports_listing_id_signal_week_of_pk" PRIMARY KEY("listing_id","signal","week_of")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"need" text NOT NULL,
	"language" text,
	"area" text,
	"adopted_by" uuid,
	"made_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "log" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" text NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"object" text NOT NULL,
	"detail" jsonb NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_end" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"roles" text[] NOT NULL,
	"regions" text[] NOT NULL,
	"languages" text[] NOT NULL,
	"state" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"active_since" timestamp with time zone,
	CONSTRAINT "accounts_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "challenges" (
	"hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"state" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"browser_hash" text
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"roles" jsonb,
	"by_account" uuid NOT NULL,
	"by_credential" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"stepped_up_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "checks" ADD CONSTRAINT "checks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_edit_id_edits_id_fk" FOREIGN KEY ("edit_id") REFERENCES "public"."edits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_by_account_accounts_id_fk" FOREIGN KEY ("by_account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edits" ADD CONSTRAINT "edits_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_places" ADD CONSTRAINT "listing_places_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_links" ADD CONSTRAINT "provider_links_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_adopted_by_accounts_id_fk" FOREIGN KEY ("adopted_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_by_account_accounts_id_fk" FOREIGN KEY ("by_account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_credential_id_credentials_id_fk" FOREIGN KEY ("credential_id") REFERENCES "public"."credentials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "checks_listing_id_index" ON "checks" USING btree ("listing_id");--> statement-breakpoint
CREATE INDEX "checks_at_index" ON "checks" USING btree ("at");--> statement-breakpoint
CREATE INDEX "decisions_edit_id_index" ON "decisions" USING btree ("edit_id");--> statement-breakpoint
CREATE INDEX "edits_state_made_at_index" ON "edits" USING btree ("state","made_at");--> statement-breakpoint
CREATE INDEX "edits_listing_id_index" ON "edits" USING btree ("listing_id");--> statement-breakpoint
CREATE INDEX "edits_author_id_made_at_index" ON "edits" USING btree ("author_id","made_at");--> statement-breakpoint
CREATE INDEX "listings_changed_seq_index" ON "listings" USING btree ("changed_seq");--> statement-breakpoint
CREATE INDEX "credentials_account_id_index" ON "credentials" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_account_id_index" ON "sessions" USING btree ("account_id");