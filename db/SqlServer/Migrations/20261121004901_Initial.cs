using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "access");

            migrationBuilder.EnsureSchema(
                name: "fiscal");

            migrationBuilder.EnsureSchema(
                name: "sync");

            migrationBuilder.EnsureSchema(
                name: "customers");

            migrationBuilder.EnsureSchema(
                name: "tenancy");

            migrationBuilder.EnsureSchema(
                name: "audit");

            migrationBuilder.EnsureSchema(
                name: "kernel");

            migrationBuilder.EnsureSchema(
                name: "invoicing");

            migrationBuilder.CreateTable(
                name: "api_keys",
                schema: "access",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    role = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    secret_hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_keys", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "authorization_states",
                schema: "fiscal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    actor = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_authorization_states", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "buyer_corrections",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    connection_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    details = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_buyer_corrections", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "company_profiles",
                schema: "customers",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false),
                    seller = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_company_profiles", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "connections",
                schema: "tenancy",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    provider = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    live = table.Column<bool>(type: "bit", nullable: false),
                    account_id = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    account_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    hook_id = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    settings = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    secrets = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    tested_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    test_passed = table.Column<bool>(type: "bit", nullable: true),
                    needs_attention = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    access_until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    renewable_until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    events_cursor = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_connections", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "entries",
                schema: "audit",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    actor = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    action = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    subject = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    changes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    correlation_id = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entries", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "events",
                schema: "kernel",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    body = table.Column<string>(type: "nvarchar(max)", maxLength: 65536, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    actor = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    correlation_id = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_events", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "filings",
                schema: "fiscal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    invoice_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    provider = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    file_by = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    state = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    next_step_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    waiting = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_filings", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    connection_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    event_id = table.Column<string>(type: "varchar(255)", unicode: false, maxLength: 255, nullable: false),
                    via = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false),
                    type = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false),
                    object_type = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false),
                    object_id = table.Column<string>(type: "varchar(255)", unicode: false, maxLength: 255, nullable: true),
                    sale_kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: true),
                    sale_source_id = table.Column<string>(type: "varchar(255)", unicode: false, maxLength: 255, nullable: true),
                    state = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    why = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    api_version = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    raw = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.tenant_id, x.connection_id, x.event_id });
                });

            migrationBuilder.CreateTable(
                name: "invoices",
                schema: "invoicing",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    source = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    source_account = table.Column<string>(type: "varchar(255)", unicode: false, maxLength: 255, nullable: false),
                    live = table.Column<bool>(type: "bit", nullable: false),
                    source_kind = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false),
                    source_id = table.Column<string>(type: "varchar(255)", unicode: false, maxLength: 255, nullable: false),
                    number = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    total = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    document = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    is_filed = table.Column<bool>(type: "bit", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoices", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                schema: "access",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    role = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_memberships", x => new { x.user_id, x.tenant_id });
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                schema: "invoicing",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    next = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_series", x => new { x.tenant_id, x.name });
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                schema: "access",
                columns: table => new
                {
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    xml = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_keys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "read_tickets",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    connection_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    source_id = table.Column<string>(type: "varchar(255)", unicode: false, maxLength: 255, nullable: false),
                    drawn = table.Column<long>(type: "bigint", nullable: false),
                    recorded = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_read_tickets", x => new { x.tenant_id, x.connection_id, x.kind, x.source_id });
                });

            migrationBuilder.CreateTable(
                name: "reference_rates",
                schema: "invoicing",
                columns: table => new
                {
                    source = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    ron_per_unit = table.Column<decimal>(type: "decimal(18,8)", precision: 18, scale: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_rates", x => new { x.source, x.currency, x.published_on });
                });

            migrationBuilder.CreateTable(
                name: "sales",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    connection_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    account_id = table.Column<string>(type: "varchar(255)", unicode: false, maxLength: 255, nullable: false),
                    live = table.Column<bool>(type: "bit", nullable: false),
                    kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    source_id = table.Column<string>(type: "varchar(255)", unicode: false, maxLength: 255, nullable: false),
                    number = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    customer_id = table.Column<string>(type: "varchar(255)", unicode: false, maxLength: 255, nullable: true),
                    customer_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    customer_email = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    search_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    subtotal = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    discount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    tax = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    total = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    source_status = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    state = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    reason_code = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: true),
                    reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    sold_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    file_by = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    invoice_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    filing_version = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sales", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "seen_messages",
                schema: "fiscal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    index = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    number = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seen_messages", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    token_hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    device = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    address = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sync_runs",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    invoices = table.Column<bool>(type: "bit", nullable: false),
                    charges = table.Column<bool>(type: "bit", nullable: false),
                    found = table.Column<int>(type: "int", nullable: false),
                    listed = table.Column<bool>(type: "bit", nullable: false),
                    problem = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sync_runs", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "tenants",
                schema: "tenancy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    slug = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    mode = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    zone = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tenants", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "users",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    user_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    normalized_user_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    email = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    normalized_email = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    email_confirmed = table.Column<bool>(type: "bit", nullable: false),
                    password_hash = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    security_stamp = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    phone_number = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "bit", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "bit", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "bit", nullable: false),
                    access_failed_count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "vault_keys",
                schema: "tenancy",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    master_key_id = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    wrapped = table.Column<byte[]>(type: "varbinary(256)", maxLength: 256, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vault_keys", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "work_items",
                schema: "kernel",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    key = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    body = table.Column<string>(type: "nvarchar(max)", maxLength: 65536, nullable: false),
                    state = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    again = table.Column<bool>(type: "bit", nullable: false),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    lease_until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    lease_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    problem = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_items", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "archived_files",
                schema: "fiscal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    filing_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    attempt = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    sha256 = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    kept_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_archived_files", x => new { x.tenant_id, x.filing_id, x.attempt, x.kind });
                    table.ForeignKey(
                        name: "fk_archived_files_tenant_id_filing_id",
                        columns: x => new { x.tenant_id, x.filing_id },
                        principalSchema: "fiscal",
                        principalTable: "filings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "filing_attempts",
                schema: "fiscal",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    filing_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    state = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    intended_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    sending_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    index = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true),
                    download_id = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true),
                    xml_sha256 = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true),
                    asked = table.Column<int>(type: "int", nullable: false),
                    answers = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    problems = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_filing_attempts", x => new { x.tenant_id, x.filing_id, x.number });
                    table.ForeignKey(
                        name: "fk_filing_attempts_tenant_id_filing_id",
                        columns: x => new { x.tenant_id, x.filing_id },
                        principalSchema: "fiscal",
                        principalTable: "filings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sale_mirrors",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    source = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sale_mirrors", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_sale_mirrors_tenant_id_id",
                        columns: x => new { x.tenant_id, x.id },
                        principalSchema: "sync",
                        principalTable: "sales",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_id",
                schema: "access",
                table: "api_keys",
                column: "id");

            migrationBuilder.CreateIndex(
                name: "ix_connections_hook_id",
                schema: "tenancy",
                table: "connections",
                column: "hook_id");

            migrationBuilder.CreateIndex(
                name: "ix_connections_tenant_id_provider",
                schema: "tenancy",
                table: "connections",
                columns: new[] { "tenant_id", "provider" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_entries_tenant_id_at_id",
                schema: "audit",
                table: "entries",
                columns: new[] { "tenant_id", "at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_filing_attempts_tenant_id_filing_id",
                schema: "fiscal",
                table: "filing_attempts",
                columns: new[] { "tenant_id", "filing_id" },
                unique: true,
                filter: "state <> 'Refused'");

            migrationBuilder.CreateIndex(
                name: "ix_filing_attempts_tenant_id_index",
                schema: "fiscal",
                table: "filing_attempts",
                columns: new[] { "tenant_id", "index" });

            migrationBuilder.CreateIndex(
                name: "ix_filings_tenant_id_invoice_id",
                schema: "fiscal",
                table: "filings",
                columns: new[] { "tenant_id", "invoice_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inbox_tenant_id_object_id",
                schema: "sync",
                table: "inbox",
                columns: new[] { "tenant_id", "object_id" });

            migrationBuilder.CreateIndex(
                name: "ix_inbox_tenant_id_sale_source_id",
                schema: "sync",
                table: "inbox",
                columns: new[] { "tenant_id", "sale_source_id" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_number",
                schema: "invoicing",
                table: "invoices",
                columns: new[] { "tenant_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_source_source_account_live_source_kind_so",
                schema: "invoicing",
                table: "invoices",
                columns: new[] { "tenant_id", "source", "source_account", "live", "source_kind", "source_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_memberships_tenant_id",
                schema: "access",
                table: "memberships",
                column: "tenant_id");

            migrationBuilder.CreateIndex(
                name: "ix_sales_tenant_id_account_id_live_kind_source_id",
                schema: "sync",
                table: "sales",
                columns: new[] { "tenant_id", "account_id", "live", "kind", "source_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sales_tenant_id_customer_email",
                schema: "sync",
                table: "sales",
                columns: new[] { "tenant_id", "customer_email" });

            migrationBuilder.CreateIndex(
                name: "ix_sales_tenant_id_invoice_id",
                schema: "sync",
                table: "sales",
                columns: new[] { "tenant_id", "invoice_id" });

            migrationBuilder.CreateIndex(
                name: "ix_sales_tenant_id_number",
                schema: "sync",
                table: "sales",
                columns: new[] { "tenant_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_sales_tenant_id_search_name",
                schema: "sync",
                table: "sales",
                columns: new[] { "tenant_id", "search_name" });

            migrationBuilder.CreateIndex(
                name: "ix_sales_tenant_id_sold_at_id",
                schema: "sync",
                table: "sales",
                columns: new[] { "tenant_id", "sold_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_sales_tenant_id_source_id",
                schema: "sync",
                table: "sales",
                columns: new[] { "tenant_id", "source_id" });

            migrationBuilder.CreateIndex(
                name: "ix_sales_tenant_id_state_file_by",
                schema: "sync",
                table: "sales",
                columns: new[] { "tenant_id", "state", "file_by" });

            migrationBuilder.CreateIndex(
                name: "ix_sales_tenant_id_state_sold_at_id",
                schema: "sync",
                table: "sales",
                columns: new[] { "tenant_id", "state", "sold_at", "id" },
                descending: new[] { false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_token_hash",
                schema: "access",
                table: "sessions",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_user_id",
                schema: "access",
                table: "sessions",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_sync_runs_tenant_id_started_at",
                schema: "sync",
                table: "sync_runs",
                columns: new[] { "tenant_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_tenants_slug",
                schema: "tenancy",
                table: "tenants",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_users_normalized_email",
                schema: "access",
                table: "users",
                column: "normalized_email",
                unique: true,
                filter: "[normalized_email] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_users_normalized_user_name",
                schema: "access",
                table: "users",
                column: "normalized_user_name",
                unique: true,
                filter: "[normalized_user_name] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_items_state_lease_until",
                schema: "kernel",
                table: "work_items",
                columns: new[] { "state", "lease_until" });

            migrationBuilder.CreateIndex(
                name: "ix_work_items_state_tenant_id_due_at",
                schema: "kernel",
                table: "work_items",
                columns: new[] { "state", "tenant_id", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_work_items_tenant_id_name_key",
                schema: "kernel",
                table: "work_items",
                columns: new[] { "tenant_id", "name", "key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_keys",
                schema: "access");

            migrationBuilder.DropTable(
                name: "archived_files",
                schema: "fiscal");

            migrationBuilder.DropTable(
                name: "authorization_states",
                schema: "fiscal");

            migrationBuilder.DropTable(
                name: "buyer_corrections",
                schema: "sync");

            migrationBuilder.DropTable(
                name: "company_profiles",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "connections",
                schema: "tenancy");

            migrationBuilder.DropTable(
                name: "entries",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "events",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "filing_attempts",
                schema: "fiscal");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "sync");

            migrationBuilder.DropTable(
                name: "invoices",
                schema: "invoicing");

            migrationBuilder.DropTable(
                name: "memberships",
                schema: "access");

            migrationBuilder.DropTable(
                name: "number_series",
                schema: "invoicing");

            migrationBuilder.DropTable(
                name: "protection_keys",
                schema: "access");

            migrationBuilder.DropTable(
                name: "read_tickets",
                schema: "sync");

            migrationBuilder.DropTable(
                name: "reference_rates",
                schema: "invoicing");

            migrationBuilder.DropTable(
                name: "sale_mirrors",
                schema: "sync");

            migrationBuilder.DropTable(
                name: "seen_messages",
                schema: "fiscal");

            migrationBuilder.DropTable(
                name: "sessions",
                schema: "access");

            migrationBuilder.DropTable(
                name: "sync_runs",
                schema: "sync");

            migrationBuilder.DropTable(
                name: "tenants",
                schema: "tenancy");

            migrationBuilder.DropTable(
                name: "users",
                schema: "access");

            migrationBuilder.DropTable(
                name: "vault_keys",
                schema: "tenancy");

            migrationBuilder.DropTable(
                name: "work_items",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "filings",
                schema: "fiscal");

            migrationBuilder.DropTable(
                name: "sales",
                schema: "sync");
        }
    }
}
