using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class AuditWithoutWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) =>
            // Behind row-level security PostgreSQL does not trust the comparison of words with an index: it only cost.
            migrationBuilder.Sql("drop index audit.ix_log_words;");

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(ChainSql.Words);
    }
}
