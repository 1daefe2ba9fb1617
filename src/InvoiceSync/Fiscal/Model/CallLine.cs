using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Fiscal.Model;

/// <summary>One line of callers. It is nobody's: whom it stands before counts the calls of all companies together.</summary>
sealed class CallLine
{
    /// <summary>Like registry, or smartbill/ and a hash of the account: a shared table tells nobody's address.</summary>
    public required string Id { get; init; }

    public DateTimeOffset FreeAt { get; init; } = DateTimeOffset.UnixEpoch;

    public DateTimeOffset HeldUntil { get; init; } = DateTimeOffset.UnixEpoch;

    sealed class Mapped : IEntityTypeConfiguration<CallLine>
    {
        public void Configure(EntityTypeBuilder<CallLine> table)
        {
            table.ToTable("call_lines");
            table.HasKey(l => l.Id);
            table.Property(l => l.Id).HasMaxLength(100).IsUnicode(false);
        }
    }
}
