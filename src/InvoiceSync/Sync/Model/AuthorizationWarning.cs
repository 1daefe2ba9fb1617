using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Sync.Model;

/// <summary>That people were told of the end of an authorisation: the key keeps a step from being told twice.</summary>
sealed class AuthorizationWarning : IForgettable
{
    public TenantId TenantId { get; init; }

    /// <summary>The day it ends; a renewed one ends on another.</summary>
    public DateOnly EndsOn { get; init; }

    /// <summary>Days before the end: 30, 7 or 1; 0 when it has ended.</summary>
    public int Step { get; init; }

    public DateTimeOffset At { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<AuthorizationWarning>
    {
        public void Configure(EntityTypeBuilder<AuthorizationWarning> table)
        {
            table.ToTable("authorization_warnings");
            table.HasKey(w => new { w.TenantId, w.EndsOn, w.Step });
        }
    }
}
