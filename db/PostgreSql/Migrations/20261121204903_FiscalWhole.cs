using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class FiscalWhole : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "returned",
                schema: "sync",
                table: "sales",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "returns_credited",
                schema: "sync",
                table: "sales",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "legal_number",
                schema: "fiscal",
                table: "filings",
                type: "character varying(64)",
                unicode: false,
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "candidate",
                schema: "fiscal",
                table: "filing_attempts",
                type: "character varying(64)",
                unicode: false,
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "gate",
                schema: "fiscal",
                table: "filing_attempts",
                type: "character varying(100)",
                unicode: false,
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "mark",
                schema: "fiscal",
                table: "filing_attempts",
                type: "character varying(64)",
                unicode: false,
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "test",
                schema: "fiscal",
                table: "filing_attempts",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "revises",
                schema: "invoicing",
                table: "drafts",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "batches",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    invoices = table.Column<bool>(type: "boolean", nullable: false),
                    charges = table.Column<bool>(type: "boolean", nullable: false),
                    call_key = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    call_digest = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    state = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    planned_to = table.Column<DateOnly>(type: "date", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_batches", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "call_counts",
                schema: "fiscal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<string>(type: "character varying(100)", unicode: false, maxLength: 100, nullable: false),
                    used = table.Column<int>(type: "integer", nullable: false),
                    most = table.Column<int>(type: "integer", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_call_counts", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "deadline_mutes",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deadline_mutes", x => new { x.tenant_id, x.person });
                });

            migrationBuilder.CreateTable(
                name: "deadline_settings",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<string>(type: "character varying(16)", unicode: false, maxLength: 16, nullable: false),
                    size = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deadline_settings", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "deadline_warnings",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deadline_warnings", x => new { x.tenant_id, x.subject, x.day });
                });

            migrationBuilder.CreateTable(
                name: "filing_settings",
                schema: "fiscal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<string>(type: "character varying(16)", unicode: false, maxLength: 16, nullable: false),
                    provider = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_filing_settings", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "mailbox_marks",
                schema: "fiscal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<string>(type: "character varying(8)", unicode: false, maxLength: 8, nullable: false),
                    read_to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mailbox_marks", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "mailbox_messages",
                schema: "fiscal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    test = table.Column<bool>(type: "boolean", nullable: false),
                    authority_id = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    index = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    details = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    state = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sender = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    sender_tax_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    number = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true, collation: "C"),
                    search_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true, collation: "C"),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    total = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    currency = table.Column<string>(type: "character varying(3)", unicode: false, maxLength: 3, nullable: true),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    sha256 = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seal_fits = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mailbox_messages", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "mapped_customers",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    tax_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mapped_customers", x => new { x.tenant_id, x.email });
                });

            migrationBuilder.CreateTable(
                name: "mapping_settings",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<string>(type: "character varying(16)", unicode: false, maxLength: 16, nullable: false),
                    rules = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mapping_settings", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "news_settings",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<string>(type: "character varying(16)", unicode: false, maxLength: 16, nullable: false),
                    finished = table.Column<bool>(type: "boolean", nullable: false),
                    failed = table.Column<bool>(type: "boolean", nullable: false),
                    summary = table.Column<bool>(type: "boolean", nullable: false),
                    skips_empty = table.Column<bool>(type: "boolean", nullable: false),
                    language = table.Column<string>(type: "character varying(2)", unicode: false, maxLength: 2, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_news_settings", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "own_news",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    finished = table.Column<bool>(type: "boolean", nullable: false),
                    failed = table.Column<bool>(type: "boolean", nullable: false),
                    summary = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_own_news", x => new { x.tenant_id, x.person });
                });

            migrationBuilder.CreateTable(
                name: "provider_health",
                schema: "fiscal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    last_success_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_trouble_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_trouble = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    rests_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider_health", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "registered_companies",
                schema: "customers",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cui = table.Column<string>(type: "character varying(10)", unicode: false, maxLength: 10, nullable: false),
                    record = table.Column<string>(type: "jsonb", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registered_companies", x => new { x.tenant_id, x.cui });
                });

            migrationBuilder.CreateTable(
                name: "timetable_cursors",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    looked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timetable_cursors", x => new { x.tenant_id, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "timetable_runs",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    started_by = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    sync = table.Column<Guid>(type: "uuid", nullable: true),
                    found = table.Column<int>(type: "integer", nullable: false),
                    handled = table.Column<int>(type: "integer", nullable: false),
                    trouble = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timetable_runs", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "timetables",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    cycle = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    weekday = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    month_day = table.Column<int>(type: "integer", nullable: false),
                    is_paused = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timetables", x => new { x.tenant_id, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "token_refreshes",
                schema: "fiscal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    holder = table.Column<Guid>(type: "uuid", nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_token_refreshes", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "batch_rows",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<int>(type: "integer", nullable: false),
                    slice = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    source_id = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: false),
                    tax_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    number = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    label = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: true),
                    total = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    currency = table.Column<string>(type: "character(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: true),
                    planned = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    state = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    why = table.Column<string>(type: "character varying(100)", unicode: false, maxLength: 100, nullable: true),
                    why_text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    sale = table.Column<Guid>(type: "uuid", nullable: true),
                    invoice = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_batch_rows", x => new { x.tenant_id, x.batch, x.at });
                    table.ForeignKey(
                        name: "fk_batch_rows_tenant_id_batch",
                        columns: x => new { x.tenant_id, x.batch },
                        principalSchema: "sync",
                        principalTable: "batches",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mailbox_files",
                schema: "fiscal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    format = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mailbox_files", x => new { x.tenant_id, x.message_id, x.format });
                    table.ForeignKey(
                        name: "fk_mailbox_files_tenant_id_message_id",
                        columns: x => new { x.tenant_id, x.message_id },
                        principalSchema: "fiscal",
                        principalTable: "mailbox_messages",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "supplier_answers",
                schema: "fiscal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    actor = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    state = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    index = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    problem = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supplier_answers", x => new { x.tenant_id, x.message_id, x.number });
                    table.ForeignKey(
                        name: "fk_supplier_answers_tenant_id_message_id",
                        columns: x => new { x.tenant_id, x.message_id },
                        principalSchema: "fiscal",
                        principalTable: "mailbox_messages",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_filing_issued_on_id",
                schema: "invoicing",
                table: "invoices",
                columns: new[] { "tenant_id", "filing", "issued_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_filings_tenant_id_provider_legal_number",
                schema: "fiscal",
                table: "filings",
                columns: new[] { "tenant_id", "provider", "legal_number" },
                unique: true,
                filter: "legal_number is not null");

            migrationBuilder.CreateIndex(
                name: "ix_filing_attempts_tenant_id_gate",
                schema: "fiscal",
                table: "filing_attempts",
                columns: new[] { "tenant_id", "gate" },
                unique: true,
                filter: "gate is not null");

            migrationBuilder.CreateIndex(
                name: "ix_drafts_tenant_id_revises",
                schema: "invoicing",
                table: "drafts",
                columns: new[] { "tenant_id", "revises" });

            migrationBuilder.CreateIndex(
                name: "ix_batch_rows_tenant_id_batch_kind_source_id",
                schema: "sync",
                table: "batch_rows",
                columns: new[] { "tenant_id", "batch", "kind", "source_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_batch_rows_tenant_id_batch_state_at",
                schema: "sync",
                table: "batch_rows",
                columns: new[] { "tenant_id", "batch", "state", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_batches_tenant_id_created_at",
                schema: "sync",
                table: "batches",
                columns: new[] { "tenant_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_batches_tenant_id_owner_call_key",
                schema: "sync",
                table: "batches",
                columns: new[] { "tenant_id", "owner", "call_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_call_counts_tenant_id_ends_at",
                schema: "fiscal",
                table: "call_counts",
                columns: new[] { "tenant_id", "ends_at" });

            migrationBuilder.CreateIndex(
                name: "ix_mailbox_messages_tenant_id_created_at_id",
                schema: "fiscal",
                table: "mailbox_messages",
                columns: new[] { "tenant_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_mailbox_messages_tenant_id_index",
                schema: "fiscal",
                table: "mailbox_messages",
                columns: new[] { "tenant_id", "index" });

            migrationBuilder.CreateIndex(
                name: "ix_mailbox_messages_tenant_id_test_authority_id",
                schema: "fiscal",
                table: "mailbox_messages",
                columns: new[] { "tenant_id", "test", "authority_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_timetable_runs_tenant_id_started_at",
                schema: "sync",
                table: "timetable_runs",
                columns: new[] { "tenant_id", "started_at" });

            migrationBuilder.AddForeignKey(
                name: "fk_drafts_tenant_id_revises",
                schema: "invoicing",
                table: "drafts",
                columns: new[] { "tenant_id", "revises" },
                principalSchema: "invoicing",
                principalTable: "schedules",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_drafts_tenant_id_revises",
                schema: "invoicing",
                table: "drafts");

            migrationBuilder.DropTable(
                name: "batch_rows",
                schema: "sync");

            migrationBuilder.DropTable(
                name: "call_counts",
                schema: "fiscal");

            migrationBuilder.DropTable(
                name: "deadline_mutes",
                schema: "sync");

            migrationBuilder.DropTable(
                name: "deadline_settings",
                schema: "sync");

            migrationBuilder.DropTable(
                name: "deadline_warnings",
                schema: "sync");

            migrationBuilder.DropTable(
                name: "filing_settings",
                schema: "fiscal");

            migrationBuilder.DropTable(
                name: "mailbox_files",
                schema: "fiscal");

            migrationBuilder.DropTable(
                name: "mailbox_marks",
                schema: "fiscal");

            migrationBuilder.DropTable(
                name: "mapped_customers",
                schema: "sync");

            migrationBuilder.DropTable(
                name: "mapping_settings",
                schema: "sync");

            migrationBuilder.DropTable(
                name: "news_settings",
                schema: "sync");

            migrationBuilder.DropTable(
                name: "own_news",
                schema: "sync");

            migrationBuilder.DropTable(
                name: "provider_health",
                schema: "fiscal");

            migrationBuilder.DropTable(
                name: "registered_companies",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "supplier_answers",
                schema: "fiscal");

            migrationBuilder.DropTable(
                name: "timetable_cursors",
                schema: "sync");

            migrationBuilder.DropTable(
                name: "timetable_runs",
                schema: "sync");

            migrationBuilder.DropTable(
                name: "timetables",
                schema: "sync");

            migrationBuilder.DropTable(
                name: "token_refreshes",
                schema: "fiscal");

            migrationBuilder.DropTable(
                name: "batches",
                schema: "sync");

            migrationBuilder.DropTable(
                name: "mailbox_messages",
                schema: "fiscal");

            migrationBuilder.DropIndex(
                name: "ix_invoices_tenant_id_filing_issued_on_id",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropIndex(
                name: "ix_filings_tenant_id_provider_legal_number",
                schema: "fiscal",
                table: "filings");

            migrationBuilder.DropIndex(
                name: "ix_filing_attempts_tenant_id_gate",
                schema: "fiscal",
                table: "filing_attempts");

            migrationBuilder.DropIndex(
                name: "ix_drafts_tenant_id_revises",
                schema: "invoicing",
                table: "drafts");

            migrationBuilder.DropColumn(
                name: "returned",
                schema: "sync",
                table: "sales");

            migrationBuilder.DropColumn(
                name: "returns_credited",
                schema: "sync",
                table: "sales");

            migrationBuilder.DropColumn(
                name: "legal_number",
                schema: "fiscal",
                table: "filings");

            migrationBuilder.DropColumn(
                name: "candidate",
                schema: "fiscal",
                table: "filing_attempts");

            migrationBuilder.DropColumn(
                name: "gate",
                schema: "fiscal",
                table: "filing_attempts");

            migrationBuilder.DropColumn(
                name: "mark",
                schema: "fiscal",
                table: "filing_attempts");

            migrationBuilder.DropColumn(
                name: "test",
                schema: "fiscal",
                table: "filing_attempts");

            migrationBuilder.DropColumn(
                name: "revises",
                schema: "invoicing",
                table: "drafts");
        }
    }
}
